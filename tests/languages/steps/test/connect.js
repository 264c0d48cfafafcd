// SPDX-License-Identifier: LGPL-2.1-or-later

// What a connection tells, and its domains; connect.py is the same in Python.

const {Gio, GLib, Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, names, step} = imports.steps;

const prints = `
imports.gi.versions.Libvirt = '1.0';
const {Libvirt} = imports.gi;
try {
    Libvirt.Connect.open('test:///default').lookup_domain_by_name('nobody');
} catch {
    Libvirt.default_error_func(Libvirt.get_last_error());
}`;
const cpu = model => `<cpu><arch>x86_64</arch><model>${model}</model></cpu>`;

step('connect/versions', async host => {
    assertEqual([host.here.get_driver_type(), await later(host.here, 'get_driver_type')], ['TEST', 'TEST']);
    assertEqual([host.here.get_version(), await later(host.here, 'get_version')], [2, 2]);
    assert(host.here.get_lib_version() >= 9000000);
    assertEqual(await later(host.here, 'get_lib_version'), host.here.get_lib_version());
    assertEqual([host.here.get_max_vcpus(null), await later(host.here, 'get_max_vcpus', 'test')], [32, 32]);
});

step('connect/hostname', async host => {
    assert(host.here.get_hostname() !== '');
    assertEqual(host.here.get_hostname(), await later(host.there, 'get_hostname'));
});

step('connect/capabilities', async host => {
    const xml = host.here.get_capabilities();

    assert(xml.includes('<capabilities>') && xml === await later(host.there, 'get_capabilities'));
    assert(host.here.get_sysinfo(0).includes("<entry name='vendor'>"));
    assertEqual(host.here.get_sysinfo(0), await later(host.there, 'get_sysinfo', 0));
});

step('connect/cpus', async host => {
    const models = host.here.get_cpu_model_names('x86_64', 0);
    const both = [cpu('Penryn'), cpu('Penryn')];

    assert(models.includes('core2duo'));
    assertEqual(models, await later(host.here, 'get_cpu_model_names', 'x86_64', 0));
    const baseline = host.here.baseline_cpu(both, Libvirt.ConnectBaselineCPUFlags.NONE);
    assert(/<model[^>]*>Penryn<\/model>/.test(baseline), baseline);
    assertEqual(await later(host.here, 'baseline_cpu', both, 0), baseline);
});

step('connect/how-safe', async host => {
    const connect = Libvirt.Connect.open(host.uri);

    assert(connect.is_alive() && connect.is_secure() && await later(connect, 'is_secure'));
    assert(!connect.is_encrypted() && !await later(connect, 'is_encrypted'));
    assert(connect.close());
    fails(Libvirt.Error.INVALID_CONN, () => connect.is_alive());
});

step('connect/domains', async host => {
    const running = host.guest(), stored = host.stored();
    const ids = host.here.list_domains();

    assert(ids.includes(running.id));
    assertEqual(ids.length, host.there.num_of_domains());
    assert(host.here.list_defined_domains().includes(stored.name));
    const found = host.there.list_all_domains(Libvirt.ConnectListAllDomainsFlags.INACTIVE);
    assertEqual((await later(host.here, 'list_defined_domains')).sort(), names(found));
    assertEqual(await later(host.here, 'num_of_defined_domains'), found.length);
    assertEqual(host.there.num_of_defined_domains(), found.length);
});

step('connect/errors', host => {
    host.here.reset_last_error();
    assertEqual(host.here.get_last_error(), null);
    fails(Libvirt.Error.NO_DOMAIN, () => host.here.lookup_domain_by_name('nobody'));
    const info = host.here.get_last_error();
    assertEqual([info.code, info.level], [Libvirt.Error.NO_DOMAIN, Libvirt.ErrorLevel.ERROR]);
    host.here.reset_last_error();
    assertEqual(host.here.get_last_error(), null);
});

// It prints, which a test should not: another process does.
step('connect/default-error-function', () => {
    const process = Gio.Subprocess.new([GLib.file_read_link('/proc/self/exe'), '-c', prints],
        Gio.SubprocessFlags.STDERR_PIPE);
    const [, , text] = process.communicate_utf8(null, null);

    assert(process.get_successful() && text.includes('Domain not found'), text);
});
