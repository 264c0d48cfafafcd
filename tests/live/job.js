// SPDX-License-Identifier: LGPL-2.1-or-later

// Cancels the copy of a disk that somebody else has begun: job.js URI

imports.gi.versions.Libvirt = '1.0';
const {Libvirt} = imports.gi;
const {assert, waitUntil} = imports.tap;

const host = Libvirt.Connect.open(ARGV[0]);
const domain = host.lookup_domain_by_name('job');
const job = domain.get_block_job('vda');
let end = null;

assert(job === domain.get_block_job('vda'), 'another object');
assert(job.domain === domain && job.disk === 'vda', 'work on something else');
assert(job.phase === Libvirt.JobPhase.RUNNING && job.fraction < 1, `${job.phase} ${job.fraction}`);
job.connect('completed', (_job, error) => {
    end = error;
});
job.cancel();
waitUntil(() => end !== null);
assert(end.matches(Libvirt.Error, Libvirt.Error.OPERATION_ABORTED), `${end}`);
assert(job.phase === Libvirt.JobPhase.CANCELLED, `${job.phase}`);
print('cancelled');
