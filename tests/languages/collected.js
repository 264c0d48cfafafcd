// SPDX-License-Identifier: LGPL-2.1-or-later

// What a program connects to an object it does not keep still runs after garbage collections. The
// argument is the table of the ways to connect, which other languages share.

imports.gi.versions.Libvirt = '1.0';
const {GLib, GObject, Libvirt} = imports.gi;
const {waitUntil} = imports.tap;
const ByteArray = imports.byteArray;
const System = imports.system;

let calls = 0;

const Sink = GObject.registerClass({
    Properties: {
        active: GObject.ParamSpec.boolean('active', '', '', GObject.ParamFlags.READWRITE, false),
    },
}, class Sink extends GObject.Object {});

class Listener {
    constructor() {
        this.weight = 1;
    }

    onEvent() {
        calls += this.weight;
    }
}

function onEvent() {
    calls++;
}

function iterate(mayBlock) {
    return GLib.MainContext.default().iteration(mayBlock);
}

function collect() {
    for (let i = 0; i < 5; i++) {
        System.gc();
        while (iterate(false))
            continue;
    }
}

// In another connection: its objects are others.
function change() {
    const other = Libvirt.Connect.open('test:///default');
    const domain = other.lookup_domain_by_name('test');

    domain.destroy();
    domain.create();
    other.close();
}

const ways = {
    'looked-up': host => host.lookup_domain_by_name('test').connect('event-lifecycle', onEvent),
    'listed': host => host.list_all_domains(0)
        .forEach(domain => domain.connect('event-lifecycle', onEvent)),
    'in-live-list': host => {
        waitUntil(() => !host.domains.loading);
        host.domains.get_item(0).connect('event-lifecycle', onEvent);
    },
    'told-by-event': host => {
        let handler = host.connect('domain-event-lifecycle', (_host, domain) => {
            host.disconnect(handler);
            handler = 0;
            domain.connect('event-lifecycle', onEvent);
        });

        change();
        waitUntil(() => handler === 0);
    },
    'bound-method': host => {
        const listener = new Listener();

        host.lookup_domain_by_name('test').connect('event-lifecycle', listener.onEvent.bind(listener));
    },
    'inner-function': host => {
        const domain = host.lookup_domain_by_name('test');
        const weight = 1 + calls;

        domain.connect('event-lifecycle', () => {
            calls += weight;
        });
    },
    'property': host => host.lookup_domain_by_name('test').connect('notify::state', onEvent),
    'detail': host => host.lookup_domain_by_name('test').connect('event-lifecycle::started', onEvent),
    'after': host => host.lookup_domain_by_name('test').connect_after('event-lifecycle', onEvent),
    'binding': (host, sink) => {
        sink.connect('notify::active', onEvent);
        host.lookup_domain_by_name('test')
            .bind_property('active', sink, 'active', GObject.BindingFlags.SYNC_CREATE);
    },
};

function run(connect) {
    const host = Libvirt.Connect.open('test:///default');
    const sink = new Sink();

    connect(host, sink);
    for (let i = 0; i < 2; i++) {
        collect();
        calls = 0;
        change();
        waitUntil(() => calls > 0);
    }
    host.close();
}

const [, table] = GLib.file_get_contents(ARGV[0]);
const names = ByteArray.toString(table).split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t')[0]);

print(`1..${names.length}`);
names.forEach((name, index) => {
    run(ways[name]);
    print(`ok ${index + 1} /languages/collected/gjs/${name}`);
});
