// SPDX-License-Identifier: LGPL-2.1-or-later

// Makes the steps of a group, a point each; main.py is the same in Python.
//
//   gjs main.js GROUP [WHAT-THE-HOST-IS]...

const {Gio} = imports.gi;
const System = imports.system;

const here = Gio.File.new_for_path(System.programPath).get_parent();
imports.searchPath.unshift(here.get_path());

const Hosts = imports.hosts;
const Tap = imports.tap;
const {STEPS} = imports.steps;

const [group, ...rest] = ARGV;
const hosts = {admin: Hosts.AdminHost, inside: Hosts.InsideHost, live: Hosts.LiveHost, test: Hosts.TestHost};

function subjects() {
    const children = here.get_child(group).enumerate_children('standard::name', 0, null);
    const files = [...(function* () {
        for (let info = children.next_file(null); info; info = children.next_file(null))
            yield info.get_name();
    })()];

    return files.filter(name => name.endsWith('.js')).map(name => name.slice(0, -3)).sort();
}

subjects().forEach(name => imports[group][name]);
const host = new hosts[group](...rest);
for (const [name, callback] of STEPS)
    Tap.test(`/languages/gjs/steps/${group}/${name}`, () => callback(host));
Tap.run(() => host.end());
