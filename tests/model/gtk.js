// SPDX-License-Identifier: LGPL-2.1-or-later

// Live lists under GTK's models. No display is needed for these.

imports.gi.versions.Libvirt = '1.0';
imports.gi.versions.Gtk = '4.0';
const {Libvirt} = imports.gi;
const {assert, assertEqual, run, test, waitUntil} = imports.tap;
const System = imports.system;

const N_DOMAINS = 10000;

let Gtk;
try {
    ({Gtk} = imports.gi);
} catch (error) {
    print('1..0 # SKIP no GTK 4');
    System.exit(0);
}


function describe(name) {
    return `<domain type='test'><name>${name}</name><memory unit='MiB'>8</memory>` +
        '<os><type>hvm</type></os></domain>';
}

// So that the order in which they are listed is not that of the names.
function nameOf(number) {
    return `vm-${String(number * 7919 % N_DOMAINS).padStart(5, '0')}`;
}

function* items(model) {
    for (let i = 0; i < model.get_n_items(); i++)
        yield model.get_item(i);
}

function namesOf(model) {
    return [...items(model)].map(domain => domain.name);
}

function positionOf(model, name) {
    return namesOf(model).indexOf(name);
}

function record(model) {
    const changes = [];

    model.connect('items-changed', (_model, ...change) => changes.push(change));
    return changes;
}

// In GTK, what a filter or a sorter looks at is said by an expression.
function property(name) {
    return Gtk.PropertyExpression.new(Libvirt.Domain, null, name);
}

const other = Libvirt.Connect.open('test:///default');
for (let i = 0; i < N_DOMAINS; i++)
    other.define_domain_xml(describe(nameOf(i)));

// Whatever was defined before is no news to it any more.
function openWhenQuiet() {
    const connection = Libvirt.Connect.open('test:///default');
    let events = 0;
    const id = connection.connect('domain-event-lifecycle', (_connection, domain) => {
        events += domain.name === 'marker' ? 1 : 0;
    });

    other.define_domain_xml(describe('marker')).undefine();
    waitUntil(() => events === 2);
    connection.disconnect(id);
    return connection;
}

const host = openWhenQuiet();
const sorted = Gtk.SortListModel.new(host.domains, Gtk.StringSorter.new(property('name')));
const isActive = Gtk.BoolFilter.new(property('active'));
const active = Gtk.FilterListModel.new(host.domains, isActive);

// "test" is there from the beginning, and runs.
test('/model/gtk/sorted', () => {
    const changes = record(host.domains);

    waitUntil(() => !host.domains.loading);
    assert(host.domains.error === null, `${host.domains.error}`);
    assertEqual(host.domains.get_n_items(), N_DOMAINS + 1);
    // However many turns of the main loop that took.
    assertEqual(changes, [[0, 0, N_DOMAINS + 1]]);
    assertEqual(namesOf(sorted), [...namesOf(host.domains)].sort());
    assertEqual(new Set([...items(host.domains)]).size, N_DOMAINS + 1);
    assert(sorted.get_item(1) === host.lookup_domain_by_name(sorted.get_item(1).name),
        'it is another object');
});

test('/model/gtk/filtered', () => {
    const guest = other.lookup_domain_by_name(nameOf(1));
    const here = host.lookup_domain_by_name(nameOf(1));

    assertEqual(namesOf(active), ['test']);
    // A filter looks at its items when it is told that they may have changed.
    here.connect('notify::active', () => isActive.changed(Gtk.FilterChange.DIFFERENT));
    guest.create();
    waitUntil(() => active.get_n_items() === 2);
    assert([...items(active)].includes(here), 'it is another object');
    guest.destroy();
    waitUntil(() => active.get_n_items() === 1);
});

test('/model/gtk/others-define-and-undefine', () => {
    const changes = record(sorted);
    const guest = other.define_domain_xml(describe('vm-00000-and-more'));

    waitUntil(() => changes.length === 1);
    const position = positionOf(sorted, 'vm-00000-and-more');
    assertEqual(sorted.get_item(position - 1).name, 'vm-00000');
    guest.undefine();
    waitUntil(() => changes.length === 2);
    assertEqual(changes, [[position, 0, 1], [position, 1, 0]]);
});

// No main loop runs in between.
test('/model/gtk/own-changes-at-once', () => {
    const guest = host.define_domain_xml(describe('vm-00001-and-more'));

    assertEqual(sorted.get_item(positionOf(sorted, guest.name) - 1).name, 'vm-00001');
    isActive.changed(Gtk.FilterChange.DIFFERENT);
    assertEqual(positionOf(active, guest.name), -1);
    guest.create();
    isActive.changed(Gtk.FilterChange.DIFFERENT);
    assert(positionOf(active, guest.name) > 0, 'it is not among those that run');
    guest.destroy();
    guest.undefine();
    assertEqual(positionOf(sorted, 'vm-00001-and-more'), -1);
    assertEqual(sorted.get_n_items(), N_DOMAINS + 1);
});

// Each row of the tree as its depth and its name.
function rowsOf(tree) {
    return [...items(tree)].map(row => [row.get_depth(), row.get_item().name]);
}

test('/model/gtk/tree', () => {
    const guest = host.lookup_domain_by_name(nameOf(2));
    const make = name => guest.create_snapshot_xml(
        `<domainsnapshot><name>${name}</name></domainsnapshot>`, 0);
    const tree = Gtk.TreeListModel.new(guest.root_snapshots, false, true,
        snapshot => snapshot.children);

    const first = make('first');
    waitUntil(() => !guest.root_snapshots.loading);
    make('second');
    first.revert(0);
    make('third');
    assertEqual(rowsOf(tree), [[0, 'first'], [1, 'second'], [1, 'third']]);
    assert(tree.get_item(2).get_item().parent === first, 'it is another object');

    first.delete(0);
    assertEqual(rowsOf(tree), [[0, 'second'], [0, 'third']]);
    assert(tree.get_item(0).get_item().parent === null, 'it has a parent');
});

run();
