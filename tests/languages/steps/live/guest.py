# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a guest that has booted can do; guest.js is the same in JavaScript."""

from gi.repository import Gio, Libvirt
from steps import fails, later, step, succeeds, values, wait_until

LIVE = Libvirt.DomainDeviceModifyFlags.LIVE
CONFIG = Libvirt.DomainDeviceModifyFlags.CONFIG
NO_FLAGS = Libvirt.DomainXMLFlags.NONE
INPUT = "<input type='tablet' bus='virtio'><alias name='{name}'/></input>"
KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFakeKeyThatNobodyHasForTests0000000000000001 {name}'


def xml_of(host, domain):
    return host.seen(domain).get_xml_desc(NO_FLAGS)


@step('agent/command')
def command(host):
    domain = host.booted()
    assert domain.qemu_agent_command('{"execute":"guest-ping"}', 5, 0) == '{"return":{}}'
    assert '"version"' in later(domain, 'qemu_agent_command', '{"execute":"guest-info"}', 5, 0)
    since_11_2 = host.here.get_lib_version() >= 11002000
    refused = Libvirt.Error.AGENT_COMMAND_FAILED if since_11_2 else Libvirt.Error.INTERNAL_ERROR
    fails(refused, domain.qemu_agent_command, '{"execute":"guest-nonsense"}', 5, 0)


@step('agent/timeout')
def timeout(host):
    domain = host.booted()
    assert domain.agent_set_response_timeout(60, 0)
    assert later(domain, 'agent_set_response_timeout', Libvirt.DomainAgentResponseTimeoutValues.BLOCK, 0)
    fails(Libvirt.Error.INVALID_ARG, domain.agent_set_response_timeout, -7, 0)


@step('agent/info')
def info(host):
    domain = host.booted()
    found = domain.get_guest_info(Libvirt.DomainGuestInfoTypes.HOSTNAME, 0)
    assert found.unpack() == {'hostname': 'guest'}
    assert later(domain, 'get_guest_info', Libvirt.DomainGuestInfoTypes.OS, 0)['os.kernel-release']


@step('agent/keys')
def keys(host):
    domain = host.booted()
    # The guest's user has no folder of its own, and a command of the agent's is not waited for.
    run = '{"execute":"guest-exec","arguments":{"path":"/bin/sh","arg":["-c","mkdir -p ~test; chown test ~test"]}}'
    domain.qemu_agent_command(run, 5, 0)
    wait_until(lambda: succeeds(domain.authorized_ssh_keys_set, 'test', [KEY.format(name='one')], 0))
    assert host.seen(domain).authorized_ssh_keys_get('test', 0) == [KEY.format(name='one')]
    remove = Libvirt.DomainAuthorizedSSHKeysSetFlags.REMOVE
    assert later(domain, 'authorized_ssh_keys_set', 'test', [KEY.format(name='one')], remove)
    assert later(host.seen(domain), 'authorized_ssh_keys_get', 'test', 0) == []


@step('agent/vcpus')
def guest_vcpus(host):
    domain = host.booted()
    assert domain.get_guest_vcpus(0).unpack()['online'] == '0'
    fails(Libvirt.Error.INVALID_ARG, domain.set_guest_vcpus, '7', True, 0)
    assert domain.set_guest_vcpus('0', True, 0)
    assert later(host.seen(domain), 'get_guest_vcpus', 0).unpack()['vcpus'] == '0'


@step('device/attach-and-detach')
def attach(host):
    domain = host.booted()
    assert domain.attach_device(INPUT.format(name='ua-one'))
    assert 'ua-one' in xml_of(host, domain)
    assert domain.detach_device(INPUT.format(name='ua-one'))
    wait_until(lambda: 'ua-one' not in xml_of(host, domain))
    assert later(domain, 'attach_device_flags', INPUT.format(name='ua-two'), LIVE)
    assert 'ua-two' in xml_of(host, domain)
    assert later(domain, 'detach_device_flags', INPUT.format(name='ua-two'), LIVE)
    wait_until(lambda: 'ua-two' not in xml_of(host, domain))


@step('device/by-alias')
def by_alias(host):
    domain = host.booted()
    domain.attach_device(INPUT.format(name='ua-three'))
    assert domain.detach_device_alias('ua-three', LIVE)
    wait_until(lambda: 'ua-three' not in xml_of(host, domain))


@step('device/update')
def update(host):
    domain = host.stored("<graphics type='vnc' port='5999'/>")
    assert domain.update_device_flags("<graphics type='vnc' port='5998'/>", CONFIG)
    assert "port='5998'" in xml_of(host, domain)
    assert later(domain, 'attach_device_flags', "<watchdog model='i6300esb' action='reset'/>", CONFIG)
    assert "<watchdog model='i6300esb'" in xml_of(host, domain)
    domain.undefine()


@step('vcpu/one')
def vcpu(host):
    domain = host.stored()
    assert domain.set_vcpu('1', True, Libvirt.DomainSetVcpuFlags.AFFECT_CONFIG)
    assert "<vcpu id='1' enabled='yes'" in xml_of(host, domain)
    domain.undefine()


@step('graphics/open')
def graphics(host):
    domain = host.booted()
    stream = Gio.UnixInputStream.new(domain.open_graphics_fd(0, Libvirt.DomainOpenGraphicsFlags.SKIPAUTH), True)
    assert stream.read_bytes(12, None).get_data().startswith(b'RFB 003.')
    ours, theirs = host.sockets()
    assert later(domain, 'open_graphics', 0, theirs.get_fd(), Libvirt.DomainOpenGraphicsFlags.NONE)
    connection = ours.connection_factory_create_connection()
    assert connection.get_input_stream().read_bytes(12, None).get_data().startswith(b'RFB 003.')


@step('pm/sleep-and-wake-up')
def sleep(host):
    domain = host.booted()
    assert domain.pm_suspend_for_duration(Libvirt.NodeSuspendTarget.MEM, 0, 0)
    wait_until(lambda: domain.props.state == Libvirt.DomainState.PMSUSPENDED)
    assert host.state(domain) == Libvirt.DomainState.PMSUSPENDED
    assert later(domain, 'pm_wakeup', 0)
    wait_until(lambda: domain.props.state == Libvirt.DomainState.RUNNING)
    assert host.state(domain) == Libvirt.DomainState.RUNNING


@step('security/of-a-guest')
def security(host):
    domain = host.booted()
    secret = values(**{Libvirt.DOMAIN_LAUNCH_SECURITY_SEV_SECRET: ('s', 'c2VjcmV0'),
                       Libvirt.DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER: ('s', 'aGVhZGVy')})
    labels = [label.label for label in domain.get_security_label_list()]
    assert labels and labels == [label.label for label in later(host.seen(domain), 'get_security_label_list')]
    assert domain.get_launch_security_info(0).unpack() == {}
    fails(Libvirt.Error.OPERATION_UNSUPPORTED, domain.set_launch_security_state, secret, 0)


@step('perf/dirty-rate')
def dirty_rate(host):
    domain = host.booted()

    def is_measured():
        record, = Libvirt.Domain.list_get_stats([host.seen(domain)], Libvirt.DomainStatsTypes.DIRTYRATE, 0)
        return record.params['dirtyrate.calc_status'] == Libvirt.DomainDirtyRateStatus.MEASURED

    assert not is_measured()
    assert domain.start_dirty_rate_calc(1, Libvirt.DomainDirtyRateCalcFlags.PAGE_SAMPLING)
    wait_until(is_measured)
    fails(Libvirt.Error.CONFIG_UNSUPPORTED, domain.start_dirty_rate_calc, 0, 0)


@step('qemu/monitor')
def monitor(host):
    domain = host.booted()
    assert '"running":true' in domain.qemu_monitor_command('{"execute":"query-status"}', 0)
    files = Gio.UnixFDList()
    files.append(0)
    reply, received = domain.qemu_monitor_command_with_files(
        '{"execute":"add-fd","arguments":{"fdset-id":77}}', files, 0)
    assert '"fdset-id":77' in reply and received.get_length() == 0
    assert '"fdset-id":77' in later(host.seen(domain), 'qemu_monitor_command', '{"execute":"query-fdsets"}', 0)


@step('qemu/monitor-events')
def monitor_events(host):
    domain = host.guest()
    told = []
    handler = host.here.connect('domain-event-qemu-monitor', lambda _, __, event, *rest: told.append(event))
    number = host.here.domain_qemu_monitor_event_register(domain, 'RESUME', 0)
    domain.resume()
    wait_until(lambda: told)
    assert told == ['RESUME']
    assert host.here.domain_qemu_monitor_event_deregister(number)
    host.here.disconnect(handler)
    domain.destroy()


@step('qemu/attach')
def attach_to_qemu(host):
    fails(Libvirt.Error.NO_SUPPORT, host.here.qemu_attach_domain, 1, 0)
