// SPDX-License-Identifier: LGPL-2.1-or-later

// What a guest that has booted can do; guest.py is the same in Python.

const {Gio, Libvirt} = imports.gi;
const ByteArray = imports.byteArray;
const {assert, assertEqual} = imports.tap;
const {fails, later, step, succeeds, values, waitUntil} = imports.steps;

const LIVE = Libvirt.DomainDeviceModifyFlags.LIVE;
const CONFIG = Libvirt.DomainDeviceModifyFlags.CONFIG;
const NO_FLAGS = Libvirt.DomainXMLFlags.NONE;
const input = name => `<input type='tablet' bus='virtio'><alias name='${name}'/></input>`;
const key = name => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFakeKeyThatNobodyHasForTests0000000000000001 ${name}`;

function xmlOf(host, domain) {
    return host.seen(domain).get_xml_desc(NO_FLAGS);
}

// GLib has had a namespace of its own for what is only on Unix since 2.80, and GJS looks nowhere else since 1.90.
function findUnixInputStream() {
    try {
        return imports.gi.GioUnix.InputStream;
    } catch {
        return Gio.UnixInputStream;
    }
}

const UnixInputStream = findUnixInputStream();

function assertVNC(stream) {
    assert(ByteArray.toString(stream.read_bytes(12, null).toArray()).startsWith('RFB 003.'));
}

step('agent/command', async host => {
    const domain = host.booted();

    assertEqual(domain.qemu_agent_command('{"execute":"guest-ping"}', 5, 0), '{"return":{}}');
    assert((await later(domain, 'qemu_agent_command', '{"execute":"guest-info"}', 5, 0)).includes('"version"'));
    const since11_2 = host.here.get_lib_version() >= 11002000;
    const refused = since11_2 ? Libvirt.Error.AGENT_COMMAND_FAILED : Libvirt.Error.INTERNAL_ERROR;
    fails(refused, () => domain.qemu_agent_command('{"execute":"guest-nonsense"}', 5, 0));
});

step('agent/timeout', async host => {
    const domain = host.booted();

    assert(domain.agent_set_response_timeout(60, 0));
    assert(await later(domain, 'agent_set_response_timeout', Libvirt.DomainAgentResponseTimeoutValues.BLOCK, 0));
    fails(Libvirt.Error.INVALID_ARG, () => domain.agent_set_response_timeout(-7, 0));
});

step('agent/info', async host => {
    const domain = host.booted();

    assertEqual(domain.get_guest_info(Libvirt.DomainGuestInfoTypes.HOSTNAME, 0).recursiveUnpack(),
        {hostname: 'guest'});
    const found = await later(domain, 'get_guest_info', Libvirt.DomainGuestInfoTypes.OS, 0);
    assert(found.recursiveUnpack()['os.kernel-release']);
});

step('agent/keys', async host => {
    const domain = host.booted();
    const remove = Libvirt.DomainAuthorizedSSHKeysSetFlags.REMOVE;
    // The guest's user has no folder of its own, and a command of the agent's is not waited for.
    const run =
        '{"execute":"guest-exec","arguments":{"path":"/bin/sh","arg":["-c","mkdir -p ~test; chown test ~test"]}}';

    domain.qemu_agent_command(run, 5, 0);
    waitUntil(() => succeeds(() => domain.authorized_ssh_keys_set('test', [key('one')], 0)));
    assertEqual(host.seen(domain).authorized_ssh_keys_get('test', 0), [key('one')]);
    assert(await later(domain, 'authorized_ssh_keys_set', 'test', [key('one')], remove));
    assertEqual(await later(host.seen(domain), 'authorized_ssh_keys_get', 'test', 0), []);
});

step('agent/vcpus', async host => {
    const domain = host.booted();

    assertEqual(domain.get_guest_vcpus(0).recursiveUnpack().online, '0');
    fails(Libvirt.Error.INVALID_ARG, () => domain.set_guest_vcpus('7', true, 0));
    assert(domain.set_guest_vcpus('0', true, 0));
    assertEqual((await later(host.seen(domain), 'get_guest_vcpus', 0)).recursiveUnpack().vcpus, '0');
});

step('device/attach-and-detach', async host => {
    const domain = host.booted();

    assert(domain.attach_device(input('ua-one')));
    assert(xmlOf(host, domain).includes('ua-one'));
    assert(domain.detach_device(input('ua-one')));
    waitUntil(() => !xmlOf(host, domain).includes('ua-one'));
    assert(await later(domain, 'attach_device_flags', input('ua-two'), LIVE));
    assert(xmlOf(host, domain).includes('ua-two'));
    assert(await later(domain, 'detach_device_flags', input('ua-two'), LIVE));
    waitUntil(() => !xmlOf(host, domain).includes('ua-two'));
});

step('device/by-alias', host => {
    const domain = host.booted();

    domain.attach_device(input('ua-three'));
    assert(domain.detach_device_alias('ua-three', LIVE));
    waitUntil(() => !xmlOf(host, domain).includes('ua-three'));
});

step('device/update', async host => {
    const domain = host.stored("<graphics type='vnc' port='5999'/>");

    assert(domain.update_device_flags("<graphics type='vnc' port='5998'/>", CONFIG));
    assert(xmlOf(host, domain).includes("port='5998'"));
    assert(await later(domain, 'attach_device_flags', "<watchdog model='i6300esb' action='reset'/>", CONFIG));
    assert(xmlOf(host, domain).includes("<watchdog model='i6300esb'"));
    domain.undefine();
});

step('vcpu/one', host => {
    const domain = host.stored();

    assert(domain.set_vcpu('1', true, Libvirt.DomainSetVcpuFlags.AFFECT_CONFIG));
    assert(xmlOf(host, domain).includes("<vcpu id='1' enabled='yes'"));
    domain.undefine();
});

step('graphics/open', async host => {
    const domain = host.booted();

    assertVNC(UnixInputStream.new(domain.open_graphics_fd(0, Libvirt.DomainOpenGraphicsFlags.SKIPAUTH), true));
    const [ours, theirs] = host.sockets();
    assert(await later(domain, 'open_graphics', 0, theirs.get_fd(), Libvirt.DomainOpenGraphicsFlags.NONE));
    const connection = ours.connection_factory_create_connection();
    assertVNC(connection.get_input_stream());
});

step('pm/sleep-and-wake-up', async host => {
    const domain = host.booted();

    assert(domain.pm_suspend_for_duration(Libvirt.NodeSuspendTarget.MEM, 0, 0));
    waitUntil(() => domain.state === Libvirt.DomainState.PMSUSPENDED);
    assertEqual(host.state(domain), Libvirt.DomainState.PMSUSPENDED);
    assert(await later(domain, 'pm_wakeup', 0));
    waitUntil(() => domain.state === Libvirt.DomainState.RUNNING);
    assertEqual(host.state(domain), Libvirt.DomainState.RUNNING);
});

step('security/of-a-guest', async host => {
    const domain = host.booted();
    const secret = values({
        [Libvirt.DOMAIN_LAUNCH_SECURITY_SEV_SECRET]: ['s', 'c2VjcmV0'],
        [Libvirt.DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER]: ['s', 'aGVhZGVy'],
    });
    const labels = domain.get_security_label_list().map(label => label.label);

    assert(labels.length > 0);
    assertEqual((await later(host.seen(domain), 'get_security_label_list')).map(label => label.label), labels);
    assertEqual(domain.get_launch_security_info(0).recursiveUnpack(), {});
    fails(Libvirt.Error.OPERATION_UNSUPPORTED, () => domain.set_launch_security_state(secret, 0));
});

step('perf/dirty-rate', host => {
    const domain = host.booted();
    const isMeasured = () => {
        const [record] = Libvirt.Domain.list_get_stats([host.seen(domain)], Libvirt.DomainStatsTypes.DIRTYRATE, 0);

        return record.params.recursiveUnpack()['dirtyrate.calc_status'] === Libvirt.DomainDirtyRateStatus.MEASURED;
    };

    assert(!isMeasured());
    assert(domain.start_dirty_rate_calc(1, Libvirt.DomainDirtyRateCalcFlags.PAGE_SAMPLING));
    waitUntil(isMeasured);
    fails(Libvirt.Error.CONFIG_UNSUPPORTED, () => domain.start_dirty_rate_calc(0, 0));
});

step('qemu/monitor', async host => {
    const domain = host.booted();
    const files = new Gio.UnixFDList();

    assert(domain.qemu_monitor_command('{"execute":"query-status"}', 0).includes('"running":true'));
    files.append(0);
    const [reply, received] = domain.qemu_monitor_command_with_files(
        '{"execute":"add-fd","arguments":{"fdset-id":77}}', files, 0);
    assert(reply.includes('"fdset-id":77') && received.get_length() === 0);
    assert((await later(host.seen(domain), 'qemu_monitor_command', '{"execute":"query-fdsets"}', 0))
        .includes('"fdset-id":77'));
});

step('qemu/monitor-events', host => {
    const domain = host.guest();
    const told = [];
    const handler = host.here.connect('domain-event-qemu-monitor', (_, __, event) => told.push(event));
    const number = host.here.domain_qemu_monitor_event_register(domain, 'RESUME', 0);

    domain.resume();
    waitUntil(() => told.length > 0);
    assertEqual(told, ['RESUME']);
    assert(host.here.domain_qemu_monitor_event_deregister(number));
    host.here.disconnect(handler);
    domain.destroy();
});

step('qemu/attach', host => {
    fails(Libvirt.Error.NO_SUPPORT, () => host.here.qemu_attach_domain(1, 0));
});
