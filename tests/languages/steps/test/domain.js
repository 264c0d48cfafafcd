// SPDX-License-Identifier: LGPL-2.1-or-later

// Life and description of a domain; domain.py is the same in Python.

const {Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, names, step} = imports.steps;

const State = Libvirt.DomainState;
const CURRENT = Libvirt.DomainModificationImpact.CURRENT;

function assertState(host, domain, state) {
    assertEqual([domain.state, host.state(domain)], [state, state]);
}

step('domain/create-with-flags', async host => {
    const domain = host.stored();

    assert(domain.create_with_flags(Libvirt.DomainCreateFlags.NONE));
    assertState(host, domain, State.RUNNING);
    domain.destroy();
    assert(await later(domain, 'create_with_flags', Libvirt.DomainCreateFlags.NONE));
    assertState(host, domain, State.RUNNING);
});

step('domain/create-linux', async host => {
    const domain = host.here.create_domain_linux(host.guestXML(), 0);

    assert(host.seen(domain).is_active() && !domain.persistent);
    assert((await later(host.here, 'create_domain_linux', host.guestXML(), 0)).active);
});

step('domain/shutdown', async host => {
    const domain = host.stored();

    domain.create();
    assert(domain.shutdown());
    assertState(host, domain, State.SHUTOFF);
    domain.create();
    assert(await later(domain, 'shutdown_flags', Libvirt.DomainShutdownFlagValues.DEFAULT));
    assert(!domain.active && !host.seen(domain).is_active());
});

step('domain/destroy-flags', host => {
    const domain = host.stored();

    domain.create();
    assert(domain.destroy_flags(Libvirt.DomainDestroyFlagsValues.GRACEFUL));
    assertState(host, domain, State.SHUTOFF);
});

step('domain/reboot', async host => {
    const domain = host.stored();

    domain.create();
    assert(domain.set_lifecycle_action(Libvirt.DomainLifecycle.REBOOT, Libvirt.DomainLifecycleAction.DESTROY,
        CURRENT));
    assert(host.seen(domain).get_xml_desc(Libvirt.DomainXMLFlags.NONE).includes('<on_reboot>destroy</on_reboot>'));
    assert(await later(domain, 'reboot', Libvirt.DomainRebootFlagValues.DEFAULT));
    assertState(host, domain, State.SHUTOFF);
});

step('domain/reset', host => {
    const domain = host.guest();

    assert(domain.reset(0));
    assertEqual(host.state(domain), State.RUNNING);
    domain.destroy();
    fails(Libvirt.Error.OPERATION_INVALID, () => host.stored().reset(0));
});

step('domain/rename', host => {
    const domain = host.stored();
    const before = domain.name, after = host.name();

    assert(domain.rename(after, 0));
    assertEqual([domain.name, host.seen(domain).name], [after, after]);
    fails(Libvirt.Error.NO_DOMAIN, () => host.there.lookup_domain_by_name(before));
});

step('domain/undefine-flags', host => {
    const domain = host.stored();

    assert(domain.undefine_flags(Libvirt.DomainUndefineFlagsValues.MANAGED_SAVE));
    assert(!domain.exists);
    fails(Libvirt.Error.NO_DOMAIN, () => host.seen(domain));
});

step('domain/autostart', async host => {
    const domain = host.stored();

    assert(!domain.autostart);
    assert(domain.set_autostart(true));
    assert(domain.autostart && host.seen(domain).get_autostart());
    assert(await later(domain, 'set_autostart', false));
    assert(!domain.autostart && !host.seen(domain).get_autostart());
});

step('domain/who-it-is', async host => {
    const domain = host.guest();

    assertEqual(domain.get_uuid_string(), domain.uuid);
    assertEqual([domain.get_os_type(), await later(domain, 'get_os_type')], ['linux', 'linux']);
    assert(domain.is_active() && !await later(domain, 'is_updated'));
    assert(host.here.lookup_domain_by_id(domain.id) === domain);
    assert(host.here.lookup_domain_by_uuid_string(domain.uuid) === domain);
    assert(await later(host.here, 'lookup_domain_by_id', domain.id) === domain);
});

step('domain/xml', async host => {
    const domain = host.guest();

    assert(domain.get_xml_desc(Libvirt.DomainXMLFlags.NONE).includes(`<uuid>${domain.uuid}</uuid>`));
    assert((await later(domain, 'get_xml_desc', Libvirt.DomainXMLFlags.SECURE))
        .includes(`<name>${domain.name}</name>`));
});

step('domain/metadata', async host => {
    const domain = host.stored();
    const kind = Libvirt.DomainMetadataType;

    assert(domain.set_metadata(kind.TITLE, 'a title', null, null, CURRENT));
    assertEqual(host.seen(domain).get_metadata(kind.TITLE, null, CURRENT), 'a title');
    assert(await later(domain, 'set_metadata', kind.ELEMENT, '<mine>word</mine>', 'own', 'http://example.org',
        CURRENT));
    assert((await later(host.seen(domain), 'get_metadata', kind.ELEMENT, 'http://example.org', CURRENT))
        .includes('>word<'));
    assert(domain.set_metadata(kind.TITLE, null, null, null, CURRENT));
    fails(Libvirt.Error.NO_DOMAIN_METADATA, () => domain.get_metadata(kind.TITLE, null, CURRENT));
});

step('domain/lifecycle-action', async host => {
    const domain = host.stored();

    assert(await later(domain, 'set_lifecycle_action', Libvirt.DomainLifecycle.CRASH,
        Libvirt.DomainLifecycleAction.PRESERVE, CURRENT));
    assert(host.seen(domain).get_xml_desc(Libvirt.DomainXMLFlags.NONE).includes('<on_crash>preserve</on_crash>'));
});

// The make-believe guest takes it and does nothing: without a guest it is refused.
step('domain/told-to-the-guest', async host => {
    const domain = host.guest(), stopped = host.stored();
    const refused = Libvirt.Error.OPERATION_INVALID;

    assert(domain.inject_nmi(0) && await later(domain, 'inject_nmi', 0));
    fails(refused, () => stopped.inject_nmi(0));
    assert(domain.send_process_signal(1, Libvirt.DomainProcessSignal.TERM, 0));
    fails(Libvirt.Error.INVALID_ARG, () => domain.send_process_signal(0, Libvirt.DomainProcessSignal.TERM, 0));
    assert(domain.set_user_password('root', 'secret', Libvirt.DomainSetUserPasswordFlags.NONE));
    fails(refused, () => stopped.set_user_password('root', 'secret', Libvirt.DomainSetUserPasswordFlags.NONE));
    assert(domain.fs_trim(null, 0, 0) && await later(domain, 'fs_trim', '/', 4096, 0));
    fails(refused, () => stopped.fs_trim(null, 0, 0));
});

step('domain/time', host => {
    const domain = host.guest();

    assert(domain.set_time(1234567890, 5, Libvirt.DomainSetTimeFlags.NONE));
    assertEqual(host.seen(domain).get_time(0), [true, 1234567890, 5]);
});

step('domain/hostname', async host => {
    const domain = host.guest();

    assertEqual(domain.get_hostname(Libvirt.DomainGetHostnameFlags.NONE), `${domain.name}host`);
    assertEqual(await later(domain, 'get_hostname', Libvirt.DomainGetHostnameFlags.NONE), `${domain.name}host`);
});

step('domain/security-label', async host => {
    const label = host.guest().get_security_label();

    assertEqual([label.label, label.enforcing], ['libvirt-test', true]);
    assertEqual((await later(host.guest(), 'get_security_label')).copy().label, 'libvirt-test');
});

step('domain/stats', host => {
    const domains = [host.guest(), host.guest()];
    const records = Libvirt.Domain.list_get_stats(domains, Libvirt.DomainStatsTypes.STATE,
        Libvirt.ConnectGetAllDomainStatsFlags.NONE);

    assertEqual(names(records.map(record => record.dom)), names(domains));
    for (const record of records)
        assertEqual(record.params.recursiveUnpack()['state.state'], State.RUNNING);
});

step('domain/stats-table', async host => {
    const domain = host.guest();
    const table = host.here.get_domain_stats_table(Libvirt.DomainStatsTypes.STATE, 0);
    const row = table.get_names().indexOf(domain.name);

    assertEqual(table.get_numbers('state.state')[row], State.RUNNING);
    assertEqual(table.get_names().length, host.there.list_all_domains(0).length);
    assertEqual(table.list_fields(), ['state.reason', 'state.state']);
    assert(table.get_numbers('no.such').every(number => Number.isNaN(number)));
    const inactive = await later(host.here, 'get_domain_stats_table', 0,
        Libvirt.ConnectGetAllDomainStatsFlags.INACTIVE);
    assert(!inactive.get_names().includes(domain.name));
});
