// SPDX-License-Identifier: LGPL-2.1-or-later

// What a program connects to an object it does not keep still runs after garbage collections.

imports.gi.versions.Libvirt = '1.0';
const {GLib, GObject, Libvirt} = imports.gi;
const System = imports.system;

const Target = GObject.registerClass({
    Properties: {
        active: GObject.ParamSpec.boolean('active', '', '', GObject.ParamFlags.READWRITE, false),
    },
}, class Target extends GObject.Object {
    _init() {
        super._init();
        this.calls = [];
    }

    onEvent(...args) {
        this.calls.push(args.length);
    }
});

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

function waitUntil(condition) {
    while (!condition())
        iterate(true);
}

// In another connection: its objects are others.
function change() {
    const other = Libvirt.Connect.open('test:///default');
    const domain = other.lookup_domain_by_name('test');

    domain.destroy();
    domain.create();
    other.close();
}

function run(connect) {
    const host = Libvirt.Connect.open('test:///default');
    const target = new Target();

    connect(host, target);
    collect();
    target.calls = [];
    change();
    waitUntil(() => target.calls.length > 0);
    collect();
    target.calls = [];
    change();
    waitUntil(() => target.calls.length > 0);
    host.close();
}

const ways = {
    'arrow': (host, target) => host.lookup_domain_by_name('test')
        .connect('event-lifecycle', (...args) => target.onEvent(...args)),
    'bound-method': (host, target) => host.lookup_domain_by_name('test')
        .connect('event-lifecycle', target.onEvent.bind(target)),
    'notify': (host, target) => host.lookup_domain_by_name('test')
        .connect('notify::state', target.onEvent.bind(target)),
    'detail': (host, target) => host.lookup_domain_by_name('test')
        .connect('event-lifecycle::started', target.onEvent.bind(target)),
    'connect-after': (host, target) => host.lookup_domain_by_name('test')
        .connect_after('event-lifecycle', target.onEvent.bind(target)),
    'list': (host, target) => host.list_all_domains(0)
        .forEach(domain => domain.connect('event-lifecycle', target.onEvent.bind(target))),
    'binding': (host, target) => {
        target.connect('notify::active', target.onEvent.bind(target));
        host.lookup_domain_by_name('test')
            .bind_property('active', target, 'active', GObject.BindingFlags.SYNC_CREATE);
    },
};

print(`1..${Object.keys(ways).length}`);
Object.entries(ways).forEach(([name, way], index) => {
    run(way);
    print(`ok ${index + 1} /languages/collected/gjs/${name}`);
});
