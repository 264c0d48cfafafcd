// SPDX-License-Identifier: LGPL-2.1-or-later

// Where steps are made; hosts.py is the same in Python.

/* exported AdminHost, InsideHost, LiveHost, TestHost */

imports.gi.versions.Libvirt = '1.0';
const {Gio, GLib, Libvirt} = imports.gi;
const ByteArray = imports.byteArray;
const {succeeds, waitUntil} = imports.steps;

const diskXML = (format, path, target) => `
<disk type='file' device='disk'>
  <driver name='qemu' type='${format}'/><source file='${path}'/><target dev='${target}' bus='virtio'/>
</disk>`;
const deviceXML = mac => `
<interface type='network'><mac address='${mac}'/><source network='nat'/><model type='virtio'/></interface>
<graphics type='vnc' autoport='yes' listen='127.0.0.1' passwd='secret'/><video><model type='vga'/></video>`;
const ping = '{"execute":"guest-ping"}';

const guestXML = name => `
<domain type='test'>
  <name>${name}</name>
  <memory unit='MiB'>8</memory>
  <vcpu current='2'>4</vcpu>
  <iothreads>1</iothreads>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file'><source file='/nowhere'/><target dev='vda' bus='virtio'/></disk>
    <interface type='network'>
      <source network='default'/><mac address='52:54:00:00:00:01'/><target dev='net0'/>
    </interface>
    <memballoon model='virtio'/>
  </devices>
</domain>`;

// With two connections: what is done over `here` is looked at over `there`.
class Host {
    constructor(uri) {
        this.uri = uri;
        this.here = Libvirt.Connect.open(uri);
        this.there = Libvirt.Connect.open(uri);
        this.made = 0;
        this.paths = [];
        this.prefix = `thing${GLib.random_int_range(0, 100000)}`;
    }

    // Another one each time.
    name() {
        this.made++;
        return `${this.prefix}-${this.made}`;
    }

    // Of a file that nobody has, in a folder that goes with the host.
    path() {
        this.paths.push(`${this.folder}/${this.name()}`);
        return this.paths[this.paths.length - 1];
    }

    // The same domain, over the other connection.
    seen(domain) {
        return this.there.lookup_domain_by_uuid_string(domain.uuid);
    }

    // As the other connection is told when it asks.
    state(domain) {
        const [, state] = this.seen(domain).get_state(0);

        return state;
    }
}

// libvirt's own make-believe, in this process.
var TestHost = class extends Host {
    constructor() {
        super('test:///default');
        this.folder = GLib.dir_make_tmp('steps-XXXXXX');
    }

    end() {
        this.paths.forEach(path => GLib.unlink(path));
        GLib.rmdir(this.folder);
    }

    guestXML() {
        return guestXML(this.name());
    }

    // One that runs, and is not stored.
    guest() {
        return this.here.create_domain_xml(this.guestXML(), Libvirt.DomainCreateFlags.NONE);
    }

    // One that is stored, and does not run.
    stored() {
        return this.here.define_domain_xml(this.guestXML());
    }
};

function readFacts(path) {
    const [, text] = GLib.file_get_contents(path);

    return {...JSON.parse(ByteArray.toString(text)), path};
}

// That of containers, for a process that changes: a new one for it.
var InsideHost = class extends Host {
    constructor(path) {
        super(readFacts(path)['first-lxc-uri']);
    }

    // The containers are the host's.
    end() {
    }
};

// A daemon, which tests/admin/steps.py has started.
var AdminHost = class {
    constructor(uri, folder, certificate) {
        this.uri = uri;
        this.folder = folder;
        this.certificate = certificate;
        this.here = this.connect();
        this.there = this.connect();
    }

    connect() {
        imports.gi.versions.LibvirtAdmin = '1.0';
        // The other kinds of hosts do not go with it.
        return imports.gi.LibvirtAdmin.Connect.open(this.uri, Libvirt.ConnectFlags.NONE);
    }

    // The daemon is another's.
    end() {
    }
};

// A real one, which tests/live/test-steps.py has started and described in a file.
var LiveHost = class extends Host {
    constructor(path) {
        const facts = readFacts(path);

        super(facts['first-uri']);
        this.facts = facts;
        this.folder = facts.folder;
        this.mac = '52:54:00:00:18:01';
        this.kept = null;
    }

    guestXML(more = '') {
        return this.facts['guest-xml'].replace('@NAME@', this.name()).replace('@DEVICES@', more);
    }

    // One that is not stored, and is paused before its first instruction.
    guest(more = '') {
        return this.here.create_domain_xml(this.guestXML(more), Libvirt.DomainCreateFlags.START_PAUSED);
    }

    stored(more = '') {
        return this.here.define_domain_xml(this.guestXML(more));
    }

    // The path of an image, the first 64 KiB of which are of ones, and its device.
    disk(format = 'qcow2', target = 'vda') {
        const path = this.path();

        this.run('qemu-img', 'create', '-q', '-f', format, path, '8M');
        this.run('qemu-io', '-f', format, '-c', 'write -q -P 1 0 64k', path);
        return [path, diskXML(format, path, target)];
    }

    // One whose agent answers: always the same.
    booted() {
        if (this.kept === null) {
            this.kept = this.here.create_domain_xml(this.guestXML(deviceXML(this.mac) + this.disk()[1]),
                Libvirt.DomainCreateFlags.NONE);
        }
        waitUntil(() => succeeds(() => this.kept.qemu_agent_command(ping, 5, 0)));
        return this.kept;
    }

    // Nothing is left of the guests, as others may use this host.
    end() {
        this.here.list_all_domains(0).filter(domain => domain.active).forEach(domain => domain.destroy());
    }

    // Another host, where guests can move to.
    second() {
        return Libvirt.Connect.open(this.facts['second-uri']);
    }

    // Two ends of one connection.
    sockets() {
        const path = Gio.UnixSocketAddress.new(this.path());
        const [server, client] = [0, 1].map(() =>
            Gio.Socket.new(Gio.SocketFamily.UNIX, Gio.SocketType.STREAM, 0));

        server.bind(path, false);
        server.listen();
        client.connect(path, null);
        return [client, server.accept(null)];
    }

    // A program of the system's; gives what it prints.
    run(...command) {
        const process = Gio.Subprocess.new(command, Gio.SubprocessFlags.STDOUT_PIPE);
        const [, text] = process.communicate_utf8(null, null);

        if (!process.get_successful())
            throw new Error(`${command.join(' ')} failed: ${text}`);
        return text;
    }

    // The same, in the machine.
    enter(...command) {
        return this.run(this.facts.program, 'enter', '--folder', this.folder, ...command);
    }
};
