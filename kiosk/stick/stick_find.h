/* stick_find: which block devices of this machine can be sticks, by what the kernel tells of them
 * in /sys: removable, or on USB, and with something in it. Where a device has partitions, those
 * count and not the whole. */
#ifndef STICK_STICK_FIND_H
#define STICK_STICK_FIND_H

#include <stddef.h>

enum { STICK_FIND_MAX = 16, STICK_NAME_BYTES = 32 };

struct stick_device {
    char name[STICK_NAME_BYTES]; /* "sdb1" */
};

/* stick_find(sys, out_devices): the devices below `sys` ("/sys"), sorted by name; how many. What
 * cannot be read is none. */
size_t stick_find(const char *sys, struct stick_device out_devices[STICK_FIND_MAX]);

#endif
