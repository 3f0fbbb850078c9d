#include "device/wake.h"

#include <stdbool.h>
#include <dirent.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WATCHED_MAX = 64, PATH_BYTES = 64, LINK_BYTES = 128 };

static bool is_input_device(int descriptor)
{
    char path[PATH_BYTES], target[LINK_BYTES];
    static const char devices[] = "/dev/input/";
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    const ssize_t count = readlink(path, target, sizeof target);
    return count > (ssize_t)sizeof devices - 1 &&
           memcmp(target, devices, sizeof devices - 1) == 0;
}

static bool is_news_socket(int descriptor)
{
    struct sockaddr address = {0};
    socklen_t size = sizeof address;
    return getsockname(descriptor, &address, &size) == 0 &&
           address.sa_family == AF_NETLINK;
}

static int watched(struct pollfd *files)
{
    int count = 0;
    DIR *folder = opendir("/proc/self/fd");
    struct dirent *entry = folder ? readdir(folder) : NULL;
    for (; entry && count < WATCHED_MAX; entry = readdir(folder)) {
        const int descriptor = (int)strtol(entry->d_name, NULL, 10);
        if (entry->d_name[0] != '.' &&
            (is_input_device(descriptor) || is_news_socket(descriptor)))
            files[count++] = (struct pollfd){.fd = descriptor, .events = POLLIN};
    }
    if (folder)
        closedir(folder);
    return count;
}

void wake_wait(int timeout_ms)
{
    struct pollfd files[WATCHED_MAX];
    const int count = watched(files);
    (void)poll(files, (nfds_t)count, timeout_ms);
}
