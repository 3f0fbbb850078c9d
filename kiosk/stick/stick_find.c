#include "stick/stick_find.h"

#include <dirent.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A number in a small file; 0 when there is none. */
static long long number_in(const char *folder, const char *name)
{
    char path[PATH_MAX], text[32] = "";
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
        return 0;
    FILE *file = fopen(path, "re");
    if (!file)
        return 0;
    const bool is_read = fgets(text, sizeof text, file) != NULL;
    fclose(file);
    return is_read ? strtoll(text, NULL, 10) : 0;
}

static bool is_there(const char *folder, const char *name)
{
    char path[PATH_MAX];
    return snprintf(path, sizeof path, "%s/%s", folder, name) < (int)sizeof path &&
           access(path, F_OK) == 0;
}

/* Partitions stand as folders below the folder of their disk. */
static bool has_partitions(const char *disk)
{
    struct dirent *row;
    bool found = false;
    char path[PATH_MAX];
    DIR *rows = opendir(disk);
    while (rows && !found && (row = readdir(rows)))
        found =
            row->d_name[0] != '.' &&
            snprintf(path, sizeof path, "%s/%s", disk, row->d_name) < (int)sizeof path &&
            is_there(path, "partition");
    if (rows)
        closedir(rows);
    return found;
}

/* A stick that calls itself a fixed disk, as large ones do, hangs on USB all the same. */
static bool is_stick(const char *device)
{
    char disk[PATH_MAX];
    if (snprintf(disk, sizeof disk, "%s", device) >= (int)sizeof disk ||
        number_in(device, "size") <= 0)
        return false;
    const bool is_partition = is_there(device, "partition");
    if (is_partition)
        *strrchr(disk, '/') = 0;
    else if (has_partitions(device))
        return false;
    return number_in(disk, "removable") == 1 || strstr(disk, "/usb") != NULL;
}

static int order(const void *a, const void *b)
{
    return strcmp(((const struct stick_device *)a)->name,
                  ((const struct stick_device *)b)->name);
}

size_t stick_find(const char *sys, struct stick_device out_devices[STICK_FIND_MAX])
{
    char path[PATH_MAX], device[PATH_MAX];
    struct dirent *row;
    size_t count = 0;
    snprintf(path, sizeof path, "%s/class/block", sys);
    DIR *rows = opendir(path);
    while (rows && count < STICK_FIND_MAX && (row = readdir(rows))) {
        if (row->d_name[0] == '.' || strlen(row->d_name) >= STICK_NAME_BYTES)
            continue;
        snprintf(path, sizeof path, "%s/class/block/%s", sys, row->d_name);
        if (realpath(path, device) && is_stick(device))
            memcpy(out_devices[count++].name, row->d_name, strlen(row->d_name) + 1);
    }
    if (rows)
        closedir(rows);
    qsort(out_devices, count, sizeof *out_devices, order);
    return count;
}
