#include "sandbox/calls.h"

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/socket.h>

#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

static const int of_others[] = {
    /* other processes' memory, files and signals of the kernel about them */
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_getfd), SCMP_SYS(kcmp), SCMP_SYS(perf_event_open), SCMP_SYS(bpf),
    SCMP_SYS(userfaultfd),
    /* a queue of calls that no filter sees; files that no path leads to */
    SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register),
    SCMP_SYS(open_by_handle_at), SCMP_SYS(name_to_handle_at),
    /* keys, name spaces and mounts */
    SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(unshare),
    SCMP_SYS(setns), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root),
    SCMP_SYS(chroot), SCMP_SYS(move_mount), SCMP_SYS(fsopen), SCMP_SYS(fsmount),
    SCMP_SYS(open_tree), SCMP_SYS(mount_setattr),
    /* the machine */
    SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(reboot), SCMP_SYS(swapon),
    SCMP_SYS(swapoff), SCMP_SYS(acct), SCMP_SYS(quotactl), SCMP_SYS(iopl),
    SCMP_SYS(ioperm), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime),
    SCMP_SYS(clock_adjtime), SCMP_SYS(adjtimex), SCMP_SYS(sethostname),
    SCMP_SYS(setdomainname), SCMP_SYS(syslog), SCMP_SYS(vhangup)};
static const int programs[] = {SCMP_SYS(execve), SCMP_SYS(execveat)};
static const int processes[] = {SCMP_SYS(fork), SCMP_SYS(vfork)};
static const int waiting[] = {SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
                              SCMP_SYS(accept4)};
static const int connections[] = {SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind),
                                  SCMP_SYS(listen)};
static const int sockets[] = {SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect)};

static bool refuse(scmp_filter_ctx filter, const int *calls, size_t count)
{
    bool is_good = true;
    for (size_t i = 0; i < count; i++)
        is_good =
            seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), calls[i], 0) == 0 && is_good;
    return is_good;
}
#define REFUSE(filter, calls) refuse(filter, calls, sizeof(calls) / sizeof *(calls))

/* A thread is a process that shares all. What clone3 is told stands where no filter looks:
 * without it, libraries use clone. */
static bool refuse_processes(scmp_filter_ctx filter)
{
    return REFUSE(filter, processes) &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                            SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)) == 0;
}

/* The screen is asked over a socket of this machine, again whenever another one is plugged in. */
static bool refuse_network(scmp_filter_ctx filter)
{
    return REFUSE(filter, waiting) &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
                            SCMP_A0(SCMP_CMP_NE, AF_UNIX, 0)) == 0;
}

bool is_calls_there(void)
{
    const uint32_t action = SECCOMP_RET_ERRNO;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

/* Those that are refused whatever they are called with. */
static const struct {
    int refused;
    const int *calls;
    size_t count;
} lists[] = {
#define LIST(refused, calls)                                                             \
    {                                                                                    \
        refused, calls, sizeof(calls) / sizeof *(calls)                                  \
    }
    LIST(CALLS_OF_OTHERS, of_others), LIST(CALLS_PROGRAMS, programs),
    LIST(CALLS_SOCKETS, waiting), LIST(CALLS_SOCKETS, sockets),
    LIST(CALLS_CONNECTIONS, connections)};
#undef LIST

static bool refuse_all(scmp_filter_ctx filter, int refused)
{
    bool is_good = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (refused & lists[i].refused)
            is_good = refuse(filter, lists[i].calls, lists[i].count) && is_good;
    if (refused & CALLS_PROCESSES)
        is_good = refuse_processes(filter) && is_good;
    if (refused & CALLS_NETWORK)
        is_good = refuse_network(filter) && is_good;
    return is_good;
}

bool calls_refuse(int refused)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    const bool holds = filter &&
                       seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0 &&
                       refuse_all(filter, refused) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return holds;
}
