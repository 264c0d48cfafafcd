# SPDX-License-Identifier: LGPL-2.1-or-later
"""Life and description of a domain; domain.js is the same in JavaScript."""

from gi.repository import Libvirt
from steps import fails, later, names, step

State = Libvirt.DomainState
CURRENT = Libvirt.DomainModificationImpact.CURRENT


@step('domain/create-with-flags')
def create_with_flags(host):
    domain = host.stored()
    assert domain.create_with_flags(Libvirt.DomainCreateFlags.NONE)
    assert domain.props.state == host.state(domain) == State.RUNNING
    domain.destroy()
    assert later(domain, 'create_with_flags', Libvirt.DomainCreateFlags.NONE)
    assert domain.props.state == host.state(domain) == State.RUNNING


@step('domain/create-linux')
def create_linux(host):
    domain = host.here.create_domain_linux(host.guest_xml(), 0)
    assert host.seen(domain).is_active() and not domain.props.persistent
    assert later(host.here, 'create_domain_linux', host.guest_xml(), 0).props.active


@step('domain/shutdown')
def shutdown(host):
    domain = host.stored()
    domain.create()
    assert domain.shutdown()
    assert domain.props.state == host.state(domain) == State.SHUTOFF
    domain.create()
    assert later(domain, 'shutdown_flags', Libvirt.DomainShutdownFlagValues.DEFAULT)
    assert not domain.props.active and not host.seen(domain).is_active()


@step('domain/destroy-flags')
def destroy_flags(host):
    domain = host.stored()
    domain.create()
    assert domain.destroy_flags(Libvirt.DomainDestroyFlagsValues.GRACEFUL)
    assert domain.props.state == host.state(domain) == State.SHUTOFF


@step('domain/reboot')
def reboot(host):
    domain = host.stored()
    domain.create()
    assert domain.set_lifecycle_action(Libvirt.DomainLifecycle.REBOOT, Libvirt.DomainLifecycleAction.DESTROY, CURRENT)
    assert '<on_reboot>destroy</on_reboot>' in host.seen(domain).get_xml_desc(Libvirt.DomainXMLFlags.NONE)
    assert later(domain, 'reboot', Libvirt.DomainRebootFlagValues.DEFAULT)
    assert domain.props.state == host.state(domain) == State.SHUTOFF


@step('domain/reset')
def reset(host):
    domain = host.guest()
    assert domain.reset(0)
    assert host.state(domain) == State.RUNNING
    domain.destroy()
    fails(Libvirt.Error.OPERATION_INVALID, host.stored().reset, 0)


@step('domain/rename')
def rename(host):
    domain = host.stored()
    before, after = domain.props.name, host.name()
    assert domain.rename(after, 0)
    assert domain.props.name == after and host.seen(domain).props.name == after
    fails(Libvirt.Error.NO_DOMAIN, host.there.lookup_domain_by_name, before)


@step('domain/undefine-flags')
def undefine_flags(host):
    domain = host.stored()
    assert domain.undefine_flags(Libvirt.DomainUndefineFlagsValues.MANAGED_SAVE)
    assert not domain.props.exists
    fails(Libvirt.Error.NO_DOMAIN, host.seen, domain)


@step('domain/autostart')
def autostart(host):
    domain = host.stored()
    assert not domain.props.autostart
    assert domain.set_autostart(True)
    assert domain.props.autostart and host.seen(domain).get_autostart()
    assert later(domain, 'set_autostart', False)
    assert not domain.props.autostart and not host.seen(domain).get_autostart()


@step('domain/who-it-is')
def identity(host):
    domain = host.guest()
    assert domain.get_uuid_string() == domain.props.uuid
    assert domain.get_os_type() == later(domain, 'get_os_type') == 'linux'
    assert domain.is_active() and not later(domain, 'is_updated')
    assert host.here.lookup_domain_by_id(domain.props.id) is domain
    assert host.here.lookup_domain_by_uuid_string(domain.props.uuid) is domain
    assert later(host.here, 'lookup_domain_by_id', domain.props.id) is domain


@step('domain/xml')
def xml(host):
    domain = host.guest()
    assert f'<uuid>{domain.props.uuid}</uuid>' in domain.get_xml_desc(Libvirt.DomainXMLFlags.NONE)
    assert f'<name>{domain.props.name}</name>' in later(domain, 'get_xml_desc', Libvirt.DomainXMLFlags.SECURE)


@step('domain/metadata')
def metadata(host):
    domain = host.stored()
    kind = Libvirt.DomainMetadataType
    assert domain.set_metadata(kind.TITLE, 'a title', None, None, CURRENT)
    assert host.seen(domain).get_metadata(kind.TITLE, None, CURRENT) == 'a title'
    assert later(domain, 'set_metadata', kind.ELEMENT, '<mine>word</mine>', 'own', 'http://example.org', CURRENT)
    assert '>word<' in later(host.seen(domain), 'get_metadata', kind.ELEMENT, 'http://example.org', CURRENT)
    assert domain.set_metadata(kind.TITLE, None, None, None, CURRENT)
    fails(Libvirt.Error.NO_DOMAIN_METADATA, domain.get_metadata, kind.TITLE, None, CURRENT)


@step('domain/lifecycle-action')
def lifecycle_action(host):
    domain = host.stored()
    assert later(domain, 'set_lifecycle_action', Libvirt.DomainLifecycle.CRASH,
                 Libvirt.DomainLifecycleAction.PRESERVE, CURRENT)
    assert '<on_crash>preserve</on_crash>' in host.seen(domain).get_xml_desc(Libvirt.DomainXMLFlags.NONE)


@step('domain/told-to-the-guest')
def told(host):
    """The make-believe guest takes it and does nothing: without a guest it is refused."""
    domain, stopped = host.guest(), host.stored()
    refused = Libvirt.Error.OPERATION_INVALID
    assert domain.inject_nmi(0) and later(domain, 'inject_nmi', 0)
    fails(refused, stopped.inject_nmi, 0)
    assert domain.send_process_signal(1, Libvirt.DomainProcessSignal.TERM, 0)
    fails(Libvirt.Error.INVALID_ARG, domain.send_process_signal, 0, Libvirt.DomainProcessSignal.TERM, 0)
    assert domain.set_user_password('root', 'secret', Libvirt.DomainSetUserPasswordFlags.NONE)
    fails(refused, stopped.set_user_password, 'root', 'secret', Libvirt.DomainSetUserPasswordFlags.NONE)
    assert domain.fs_trim(None, 0, 0) and later(domain, 'fs_trim', '/', 4096, 0)
    fails(refused, stopped.fs_trim, None, 0, 0)


@step('domain/time')
def time(host):
    domain = host.guest()
    assert domain.set_time(1234567890, 5, Libvirt.DomainSetTimeFlags.NONE)
    assert list(host.seen(domain).get_time(0))[1:] == [1234567890, 5]


@step('domain/hostname')
def hostname(host):
    domain = host.guest()
    assert domain.get_hostname(Libvirt.DomainGetHostnameFlags.NONE) == domain.props.name + 'host'
    assert later(domain, 'get_hostname', Libvirt.DomainGetHostnameFlags.NONE) == domain.props.name + 'host'


@step('domain/security-label')
def security_label(host):
    label = host.guest().get_security_label()
    assert (label.label, label.enforcing) == ('libvirt-test', True), label.label
    assert later(host.guest(), 'get_security_label').copy().label == 'libvirt-test'


@step('domain/stats')
def stats(host):
    domains = [host.guest(), host.guest()]
    records = Libvirt.Domain.list_get_stats(domains, Libvirt.DomainStatsTypes.STATE,
                                            Libvirt.ConnectGetAllDomainStatsFlags.NONE)
    assert sorted(record.dom.props.name for record in records) == names(domains)
    assert {record.params['state.state'] for record in records} == {int(State.RUNNING)}


@step('domain/stats-table')
def stats_table(host):
    domain = host.guest()
    table = host.here.get_domain_stats_table(Libvirt.DomainStatsTypes.STATE, 0)
    states = dict(zip(table.get_names(), table.get_numbers('state.state')))
    assert states[domain.props.name] == State.RUNNING and len(states) == len(host.there.list_all_domains(0))
    assert table.list_fields() == ['state.reason', 'state.state']
    assert all(number != number for number in table.get_numbers('no.such'))
    table = later(host.here, 'get_domain_stats_table', 0, Libvirt.ConnectGetAllDomainStatsFlags.INACTIVE)
    assert domain.props.name not in table.get_names()
