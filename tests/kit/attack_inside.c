/* Preloaded into a program: when SIGUSR2 comes, somebody has taken it over, and tries what an
 * intruder would. Each try is a line "PROCESS TRY done" or "PROCESS TRY refused" in the file
 * ATTACK_TOLD, which is open from the start. ATTACK_DATA is the data folder, ATTACK_FOLDER one
 * where anybody may write; the value of the signal is the number of another process to look
 * into. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static int told = -1;
static char me[32], data[512], folder[512];
static pid_t victim;

static void tell(const char *what, int is_done)
{
    prctl(PR_GET_NAME, me);
    dprintf(told, "%s %s %s\n", me, what, is_done ? "done" : "refused");
}

static int opens(const char *at, const char *name, int flags)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", at, name);
    const int file = open(path, flags | O_CLOEXEC, 0600);
    if (file >= 0)
        close(file);
    return file >= 0;
}

static int lists(const char *path)
{
    DIR *list = opendir(path);
    if (list)
        closedir(list);
    return list != NULL;
}

static int sockets(int family)
{
    const int made = socket(family, SOCK_STREAM, 0);
    if (made >= 0)
        close(made);
    return made >= 0;
}

static int forks(void)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    if (child > 0)
        waitpid(child, NULL, 0);
    return child > 0;
}

/* Without a process it is tried in this one: where it is not refused, there is no end of the
 * attack. */
static int starts(void)
{
    char *words[] = {(char *)"true", NULL};
    int state = 1;
    const pid_t child = fork();
    if (child == 0) {
        execv("/bin/true", words);
        _exit(9);
    }
    if (child < 0) {
        execv("/bin/true", words);
        return 0;
    }
    waitpid(child, &state, 0);
    return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

static int looks_into(pid_t other)
{
    char here[16], path[64];
    struct iovec to = {here, sizeof here}, from = {&told, sizeof told};
    if (process_vm_readv(other, &to, 1, &from, 1, 0) > 0)
        return 1;
    snprintf(path, sizeof path, "/proc/%d/mem", (int)other);
    const int memory = open(path, O_RDONLY | O_CLOEXEC);
    if (memory >= 0)
        close(memory);
    if (memory >= 0)
        return 1;
    if (ptrace(PTRACE_ATTACH, other, NULL, NULL) != 0)
        return 0;
    waitpid(other, NULL, __WALL);
    ptrace(PTRACE_DETACH, other, NULL, NULL);
    return 1;
}

static void attack(void)
{
    char ring[120] = {0};
    tell("open-ledger", opens(data, "ledger.db", O_RDONLY));
    tell("open-drafts", opens(data, "drafts.db", O_RDWR));
    tell("list-data", lists(data));
    tell("write-elsewhere", opens(folder, "left-behind", O_WRONLY | O_CREAT));
    tell("read-elsewhere", opens("/etc", "passwd", O_RDONLY));
    tell("socket-internet", sockets(AF_INET));
    tell("socket-here", sockets(AF_UNIX));
    tell("process", forks());
    tell("ring", syscall(SYS_io_uring_setup, 1, ring) >= 0);
    tell("program", starts());
    if (victim)
        tell("look-into", looks_into(victim));
    tell("end", 1);
}

static void victim_take(int number, siginfo_t *facts, void *context)
{
    (void)number;
    (void)context;
    victim = (pid_t)facts->si_value.sival_int;
    attack();
}

__attribute__((constructor)) static void begin(void)
{
    const char *at = getenv("ATTACK_TOLD");
    const struct sigaction taken = {.sa_sigaction = victim_take, .sa_flags = SA_SIGINFO};
    if (!at)
        return;
    told = open(at, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    snprintf(data, sizeof data, "%s", getenv("ATTACK_DATA"));
    snprintf(folder, sizeof folder, "%s", getenv("ATTACK_FOLDER"));
    sigaction(SIGUSR2, &taken, NULL);
}
