#!/usr/bin/gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later

/*
 * Shows the domains of a host, and then every event and every changed property until it is
 * interrupted, or nobody reads on. A host that goes away is waited for, half a minute unless said
 * otherwise; what has changed by then is shown as well.
 *
 *   gjs -m monitor.js [--wait SECONDS] [URI]
 */

import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import Libvirt from 'gi://Libvirt?version=1.0';
import System from 'system';

// Newer versions of GLib have signals and files in a namespace of their own.
const {default: unix} = await import('gi://GLibUnix').catch(() => ({
    default: {signal_add: GLib.unix_signal_add, fd_add_full: GLib.unix_fd_add_full},
}));

const EVENT = 'domain-event-';
const SIGNALS = [2, 15]; // SIGINT, SIGTERM
const watched = new Set();

function nick(type, value) {
    return Object.keys(type).find(key => type[key] === value)?.toLowerCase() ?? value;
}

function printProperty(domain, pspec) {
    const value = domain[pspec.name];
    print(domain.name.padEnd(16), pspec.name, '=', pspec.name === 'state' ? nick(Libvirt.DomainState, value) : value);
}

function printEvent(name, domain, args) {
    if (name === 'lifecycle')
        args[0] = nick(Libvirt.DomainEventType, args[0]);
    print(domain.name.padEnd(16), name, ...args);
}

function printDomain(domain, result) {
    let info;
    try {
        info = domain.get_info_finish(result);
    } catch {
        // It, or the host, may have gone meanwhile.
        return;
    }
    print(domain.name.padEnd(16), domain.uuid, '', nick(Libvirt.DomainState, domain.state).padEnd(11),
        `${info.nr_virt_cpu}`.padStart(5), `${info.memory / 1024}`.padStart(8), 'MiB');
}

// What is new in the list gets a line, and is watched from then on.
function onItemsChanged(domains, position, removed, added) {
    for (let i = position; i < position + added; i++) {
        const domain = domains.get_item(i);
        domain.get_info_async(null, printDomain);
        if (!watched.has(domain)) {
            watched.add(domain);
            domain.connect('notify', printProperty);
        }
    }
}

function printTable(host) {
    const domains = host.domains;
    print('NAME'.padEnd(16), 'UUID'.padEnd(36), '', 'STATE'.padEnd(11), 'VCPUS', 'MEMORY'.padStart(12));
    domains.connect('items-changed', onItemsChanged);
    onItemsChanged(domains, 0, 0, domains.get_n_items());
}

// Waits for a host that was lost, but not for ever.
function beLostAfter(seconds, host, uri, loop) {
    let source = 0;
    let lost = false;

    function end(message) {
        printerr(`monitor: ${message}`);
        lost = true;
        loop.quit();
        return GLib.SOURCE_REMOVE;
    }

    host.auto_reconnect = seconds > 0;
    host.connect('closed', () => {
        if (seconds === 0) {
            end(`the connection to ${uri} was lost`);
            return;
        }
        print(`${uri.padEnd(16)} lost, trying again for ${seconds} s`);
        source = GLib.timeout_add_seconds(GLib.PRIORITY_DEFAULT, seconds,
            () => end(`the connection to ${uri} was lost, and did not come back within ${seconds} s`));
    });
    host.connect('notify::state', () => {
        if (host.state !== Libvirt.ConnectState.OPEN)
            return;
        if (source)
            GLib.source_remove(source);
        source = 0;
        print(`${uri.padEnd(16)} connected again`);
    });
    return () => lost;
}

// Whether the host was there to the end.
function monitor(uri, wait) {
    const loop = new GLib.MainLoop(null, false);
    const host = Libvirt.Connect.open_read_only(uri);

    for (const number of SIGNALS)
        unix.signal_add(GLib.PRIORITY_DEFAULT, number, () => loop.quit());
    unix.fd_add_full(GLib.PRIORITY_DEFAULT, 1, GLib.IOCondition.ERR, () => loop.quit());
    const isLost = beLostAfter(wait, host, uri, loop);
    for (const id of GObject.signal_list_ids(Libvirt.Connect)) {
        const name = GObject.signal_name(id);
        if (name.startsWith(EVENT))
            host.connect(name, (_host, domain, ...args) => printEvent(name.slice(EVENT.length), domain, args));
    }
    printTable(host);

    loop.run();
    return !isLost();
}

function parse(args) {
    const parsed = {uri: 'test:///default', wait: 30};
    const rest = [...args];

    while (rest[0]?.startsWith('-')) {
        const [option, value = rest.shift()] = rest.shift().split('=');
        if (option === '--help') {
            print('Usage: monitor.js [--wait SECONDS] [URI]');
            System.exit(0);
        }
        if (option !== '--wait')
            throw new Error(`unknown option ${option}`);
        if (!/^\d+$/.test(value ?? ''))
            throw new Error('--wait takes a number of seconds, 0 or more');
        parsed.wait = Number(value);
    }
    if (rest.length > 1)
        throw new Error('only one URI can be watched');
    return {...parsed, ...rest.length && {uri: rest[0]}};
}

let prefix = 'monitor: ';
try {
    const {uri, wait} = parse(ARGV);
    prefix += `${uri}: `;
    if (!monitor(uri, wait))
        System.exit(1);
} catch (error) {
    printerr(`${prefix}${error.message}`);
    System.exit(1);
}
