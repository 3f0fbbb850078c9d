/* guarded: how much guarded memory a process has, seen from outside. */
#ifndef KIT_GUARDED_H
#define KIT_GUARDED_H

#include <stdio.h>
#include <string.h>

/* guarded_places(): guarded memory stands between pages that nobody may touch; how many stretches
 * of such pages there are. What is left of a secret shows as one more. */
static inline size_t guarded_places(void)
{
    size_t count = 0;
    char line[512];
    FILE *maps = fopen("/proc/self/maps", "re");
    while (maps && fgets(line, sizeof line, maps))
        count += strstr(line, " ---p ") != NULL;
    if (maps)
        fclose(maps);
    return count;
}

#endif
