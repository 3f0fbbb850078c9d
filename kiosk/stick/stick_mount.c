#include "stick/stick_mount.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/mount.h>
#include <unistd.h>

/* Since Linux 5.10; the library of Debian 12 does not name it. */
enum { NO_LINKS_FOLLOWED = 256 };

static bool is_mounted_as(const struct stick_place *place, const char *path,
                          bool is_written, const char *system)
{
    unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC | NO_LINKS_FOLLOWED;
    if (!is_written)
        flags |= MS_RDONLY;
    return mount(path, place->mount, system, flags, NULL) == 0;
}

int stick_mount(const struct stick_place *place, const struct stick_device *device,
                bool is_written)
{
    static const char *const systems[] = {"vfat", "exfat", "ext4"};
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", place->devices, device->name);
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        if (!is_mounted_as(place, path, is_written, systems[i]))
            continue;
        const int folder =
            open(place->mount, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (folder < 0)
            (void)umount2(place->mount, MNT_DETACH);
        return folder;
    }
    return -1;
}

bool stick_mount_end(const struct stick_place *place, int folder)
{
    close(folder);
    if (umount2(place->mount, 0) == 0)
        return true;
    (void)umount2(place->mount, MNT_DETACH);
    return false;
}
