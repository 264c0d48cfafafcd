#!/usr/bin/gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later

/*
 * Shows the domains of a host, and then every event and every changed property until it is
 * interrupted. A host that goes away is waited for, for half a minute or as long as it is told; what
 * has changed by then is shown as well.
 *
 *   gjs -m monitor.js [--wait SECONDS] [URI]
 */

import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import Libvirt from 'gi://Libvirt?version=1.0';
import System from 'system';

// Newer versions of GLib have signals in a namespace of their own.
const {default: unix} = await import('gi://GLibUnix').catch(() => ({default: {signal_add: GLib.unix_signal_add}}));

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

// Until it is interrupted; whether the host was there to the end.
function monitor(uri, wait) {
    const loop = new GLib.MainLoop(null, false);
    const host = Libvirt.Connect.open_read_only(uri);
    let timeout = 0;
    let isLost = false;

    for (const number of SIGNALS)
        unix.signal_add(GLib.PRIORITY_DEFAULT, number, () => loop.quit());
    host.auto_reconnect = true;
    host.connect('closed', () => {
        if (wait > 0)
            print(`--- the connection was lost, waiting ${wait} s for the host`);
        timeout = GLib.timeout_add_seconds(GLib.PRIORITY_DEFAULT, wait, () => {
            isLost = true;
            loop.quit();
            return GLib.SOURCE_REMOVE;
        });
    });
    host.connect('notify::state', () => {
        if (host.state !== Libvirt.ConnectState.OPEN)
            return;
        print('--- connected again');
        GLib.source_remove(timeout);
    });
    for (const id of GObject.signal_list_ids(Libvirt.Connect)) {
        const name = GObject.signal_name(id);
        if (name.startsWith(EVENT))
            host.connect(name, (_host, domain, ...args) => printEvent(name.slice(EVENT.length), domain, args));
    }
    printTable(host);

    loop.run();
    return !isLost;
}

const args = [...ARGV];
const wait = args[0] === '--wait' ? Math.max(Number(args.splice(0, 2)[1]), 0) : 30;
const uri = args[0] ?? 'test:///default';

if (args.length > 1 || Number.isNaN(wait)) {
    printerr('usage: monitor.js [--wait SECONDS] [URI]');
    System.exit(2);
}
try {
    if (!monitor(uri, wait))
        throw new Error('the connection was lost');
} catch (error) {
    printerr(`monitor: ${uri}: ${error.message}`);
    System.exit(1);
}
