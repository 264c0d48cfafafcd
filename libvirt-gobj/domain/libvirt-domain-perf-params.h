/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_PERF_PARAM_ALIGNMENT_FAULTS:
 *
 * `b`: unaligned accesses that the kernel had to mend. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_ALIGNMENT_FAULTS "alignment_faults"

/**
 * LIBVIRT_PERF_PARAM_BRANCH_INSTRUCTIONS:
 *
 * `b`: branches that were executed. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_BRANCH_INSTRUCTIONS "branch_instructions"

/**
 * LIBVIRT_PERF_PARAM_BRANCH_MISSES:
 *
 * `b`: branches that the processor guessed wrong. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_BRANCH_MISSES "branch_misses"

/**
 * LIBVIRT_PERF_PARAM_BUS_CYCLES:
 *
 * `b`: cycles of the memory bus. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_BUS_CYCLES "bus_cycles"

/**
 * LIBVIRT_PERF_PARAM_CACHE_MISSES:
 *
 * `b`: accesses that no cache could serve. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_CACHE_MISSES "cache_misses"

/**
 * LIBVIRT_PERF_PARAM_CACHE_REFERENCES:
 *
 * `b`: accesses that reached the last level cache. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_CACHE_REFERENCES "cache_references"

/**
 * LIBVIRT_PERF_PARAM_CMT:
 *
 * `b`: bytes of level 3 cache in use (cache monitoring). Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_CMT "cmt"

/**
 * LIBVIRT_PERF_PARAM_CONTEXT_SWITCHES:
 *
 * `b`: changes from one thread to another. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_CONTEXT_SWITCHES "context_switches"

/**
 * LIBVIRT_PERF_PARAM_CPU_CLOCK:
 *
 * `b`: time by the processor's high resolution timer. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_CPU_CLOCK "cpu_clock"

/**
 * LIBVIRT_PERF_PARAM_CPU_CYCLES:
 *
 * `b`: cycles of the processor, as fast as it runs at the moment. Whether the event is counted: a
 * key of libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_CPU_CYCLES "cpu_cycles"

/**
 * LIBVIRT_PERF_PARAM_CPU_MIGRATIONS:
 *
 * `b`: moves of a thread to another processor. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_CPU_MIGRATIONS "cpu_migrations"

/**
 * LIBVIRT_PERF_PARAM_EMULATION_FAULTS:
 *
 * `b`: instructions that the kernel had to emulate. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_EMULATION_FAULTS "emulation_faults"

/**
 * LIBVIRT_PERF_PARAM_INSTRUCTIONS:
 *
 * `b`: instructions that were completed. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_INSTRUCTIONS "instructions"

/**
 * LIBVIRT_PERF_PARAM_MBML:
 *
 * `b`: bytes a second through the memory controller of the own socket. Whether the event is
 * counted: a key of libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_MBML "mbml"

/**
 * LIBVIRT_PERF_PARAM_MBMT:
 *
 * `b`: bytes a second from one cache level to the next, whatever the socket. Whether the event is
 * counted: a key of libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_MBMT "mbmt"

/**
 * LIBVIRT_PERF_PARAM_PAGE_FAULTS:
 *
 * `b`: page faults of all sorts. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_PAGE_FAULTS "page_faults"

/**
 * LIBVIRT_PERF_PARAM_PAGE_FAULTS_MAJ:
 *
 * `b`: page faults that had to read from a disk. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_PAGE_FAULTS_MAJ "page_faults_maj"

/**
 * LIBVIRT_PERF_PARAM_PAGE_FAULTS_MIN:
 *
 * `b`: page faults that needed no disk. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_PAGE_FAULTS_MIN "page_faults_min"

/**
 * LIBVIRT_PERF_PARAM_REF_CPU_CYCLES:
 *
 * `b`: cycles at a fixed rate, whatever the processor's frequency. Whether the event is counted: a
 * key of libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_REF_CPU_CYCLES "ref_cpu_cycles"

/**
 * LIBVIRT_PERF_PARAM_STALLED_CYCLES_BACKEND:
 *
 * `b`: cycles in which results could not be retired. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_STALLED_CYCLES_BACKEND "stalled_cycles_backend"

/**
 * LIBVIRT_PERF_PARAM_STALLED_CYCLES_FRONTEND:
 *
 * `b`: cycles in which no instruction could be fetched. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_STALLED_CYCLES_FRONTEND "stalled_cycles_frontend"

/**
 * LIBVIRT_PERF_PARAM_TASK_CLOCK:
 *
 * `b`: time that the guest's own threads ran. Whether the event is counted: a key of
 * libvirt_domain_get_perf_events() and libvirt_domain_set_perf_events().
 *
 * Since: 1.0
 */
#define LIBVIRT_PERF_PARAM_TASK_CLOCK "task_clock"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS:
 *
 * `t`: how many unaligned accesses were mended. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS "perf.alignment_faults"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS:
 *
 * `t`: how many branches were executed. A figure of libvirt_connect_get_all_domain_stats(),
 * counted while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS "perf.branch_instructions"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_BRANCH_MISSES:
 *
 * `t`: how many branches were guessed wrong. A figure of libvirt_connect_get_all_domain_stats(),
 * counted while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_BRANCH_MISSES "perf.branch_misses"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_BUS_CYCLES:
 *
 * `t`: how many cycles the memory bus made. A figure of libvirt_connect_get_all_domain_stats(),
 * counted while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_BUS_CYCLES "perf.bus_cycles"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_CACHE_MISSES:
 *
 * `t`: how many accesses no cache could serve. A figure of libvirt_connect_get_all_domain_stats(),
 * counted while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_CACHE_MISSES "perf.cache_misses"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_CACHE_REFERENCES:
 *
 * `t`: how many accesses the last level cache saw. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_CACHE_REFERENCES "perf.cache_references"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_CMT:
 *
 * `t`: how many bytes of level 3 cache are occupied. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_CMT "perf.cmt"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_CONTEXT_SWITCHES:
 *
 * `t`: how often threads were changed. A figure of libvirt_connect_get_all_domain_stats(), counted
 * while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has this name
 * as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_CONTEXT_SWITCHES "perf.context_switches"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_CPU_CLOCK:
 *
 * `t`: nanoseconds by the processor's high resolution timer. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_CPU_CLOCK "perf.cpu_clock"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_CPU_CYCLES:
 *
 * `t`: how many processor cycles went by. A figure of libvirt_connect_get_all_domain_stats(),
 * counted while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_CPU_CYCLES "perf.cpu_cycles"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_CPU_MIGRATIONS:
 *
 * `t`: how often threads moved to another processor. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_CPU_MIGRATIONS "perf.cpu_migrations"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_EMULATION_FAULTS:
 *
 * `t`: how many instructions the kernel emulated. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_EMULATION_FAULTS "perf.emulation_faults"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_INSTRUCTIONS:
 *
 * `t`: how many instructions were completed. A figure of libvirt_connect_get_all_domain_stats(),
 * counted while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_INSTRUCTIONS "perf.instructions"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_MBML:
 *
 * `t`: how many bytes a second go through the own socket's memory controller. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_MBML "perf.mbml"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_MBMT:
 *
 * `t`: how many bytes a second go between cache levels. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_MBMT "perf.mbmt"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_PAGE_FAULTS:
 *
 * `t`: how many page faults there were. A figure of libvirt_connect_get_all_domain_stats(),
 * counted while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_PAGE_FAULTS "perf.page_faults"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ:
 *
 * `t`: how many page faults needed a disk. A figure of libvirt_connect_get_all_domain_stats(),
 * counted while its event is switched on by libvirt_domain_set_perf_events(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ "perf.page_faults_maj"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN:
 *
 * `t`: how many page faults were mended in memory. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN "perf.page_faults_min"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_REF_CPU_CYCLES:
 *
 * `t`: how many cycles of a fixed rate went by. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_REF_CPU_CYCLES "perf.ref_cpu_cycles"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND:
 *
 * `t`: how many cycles were lost at the end of the pipeline. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND "perf.stalled_cycles_backend"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND:
 *
 * `t`: how many cycles were lost at the start of the pipeline. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND "perf.stalled_cycles_frontend"

/**
 * LIBVIRT_DOMAIN_STATS_PERF_TASK_CLOCK:
 *
 * `t`: nanoseconds that the guest's threads ran. A figure of
 * libvirt_connect_get_all_domain_stats(), counted while its event is switched on by
 * libvirt_domain_set_perf_events(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_PERF_TASK_CLOCK "perf.task_clock"
