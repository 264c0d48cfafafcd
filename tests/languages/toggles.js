// SPDX-License-Identifier: LGPL-2.1-or-later

// Threads of the library come upon the same objects as the program while these come and go. An object
// with properties of JavaScript's tells JavaScript whenever only that has it, and when it is no more so, in
// whatever thread that is; GJS takes a lock of its own for it, which it also has while it collects garbage.

imports.gi.versions.Libvirt = '1.0';
const {GLib, Libvirt} = imports.gi;
const System = imports.system;

const N_DOMAINS = 4;
const N_ROUNDS = 150;

const uuidOf = number => `00000000-0000-4000-8000-00000000000${number % N_DOMAINS}`;
const xmlOf = number => `<domain type='test'><name>toggles-${number % N_DOMAINS}</name><uuid>${uuidOf(number)}</uuid>
    <memory unit='KiB'>1024</memory><os><type>hvm</type></os></domain>`;

function iterate(mayBlock) {
    return GLib.MainContext.default().iteration(mayBlock);
}

// What makes JavaScript want to be told.
function mark(domain) {
    domain.mark = {};
}

// A program that follows what there is: it keeps some objects, and lets others go.
class Watch {
    constructor(host) {
        this.kept = new Map();
        this.list = host.domains;
        this.list.connect('items-changed', (list, position, _removed, added) => {
            for (let i = 0; i < added; i++) {
                const domain = list.get_item(position + i);

                mark(domain);
                domain.connect('notify::state', mark);
            }
        });
        host.connect('domain-event-lifecycle', (_host, domain, event) => {
            mark(domain);
            if (event === Libvirt.DomainEventType.STARTED)
                this.kept.set(domain.uuid, domain);
            else if (event === Libvirt.DomainEventType.DEFINED)
                this.kept.clear();
        });
    }
}

// Domains of always the same UUIDs; @meanwhile is called between, with the number of the round.
function comeAndGo(host, meanwhile) {
    for (let round = 0; round < N_ROUNDS; round++) {
        const domain = host.define_domain_xml(xmlOf(round));

        mark(domain);
        domain.create();
        meanwhile(round);
        domain.destroy();
        domain.undefine();
        while (iterate(false))
            continue;
        if (round % 2 === 0)
            System.gc();
    }
}

// Calls in the library's threads, which are waited for at the end.
class Calls {
    constructor() {
        this.waiting = 0;
    }

    start(object, method, ...args) {
        this.waiting++;
        object[`${method}_async`](...args, null, (source, result) => {
            this.waiting--;
            try {
                const found = source[`${method}_finish`](result);

                [found].flat().forEach(mark);
            } catch (error) {
                if (!(error instanceof GLib.Error))
                    throw error;
            }
        });
    }

    waitFor() {
        while (this.waiting > 0)
            iterate(true);
    }
}

function together(ownChanges, meanwhile) {
    const host = Libvirt.Connect.open('test:///default');
    const other = ownChanges ? host : Libvirt.Connect.open('test:///default');
    const watch = new Watch(host);
    const calls = new Calls();

    comeAndGo(other, round => meanwhile(host, calls, round));
    calls.waitFor();
    watch.kept.clear();
    host.close();
    if (!ownChanges)
        other.close();
    while (iterate(false))
        continue;
}

const lookUp = (host, calls, round) => calls.start(host, 'lookup_domain_by_uuid_string', uuidOf(round));
const listAll = (host, calls) => calls.start(host, 'list_all_domains', 0);

const tests = {
    'looked-up': () => together(false, lookUp),
    'listed': () => together(false, listAll),
    'forgotten': () => together(false, (host, calls, round) => {
        lookUp(host, calls, round);
        host.list_all_domains(0).forEach(domain => {
            mark(domain);
            host.forget(domain);
        });
    }),
    'own-changes': () => together(true, lookUp),
};

const names = Object.keys(tests);

print(`1..${names.length}`);
names.forEach((name, index) => {
    tests[name]();
    print(`ok ${index + 1} /languages/toggles/gjs/${name}`);
});
