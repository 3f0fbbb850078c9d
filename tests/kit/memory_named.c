/* Preloaded into a program: at each end of a file, what has a name in /dev/shm goes, one a line, to
 * the file that NAMED says. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void look(void)
{
    const char *path = getenv("NAMED");
    const int out =
        path ? open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
    DIR *folder = out >= 0 ? opendir("/dev/shm") : NULL;
    for (struct dirent *entry = folder ? readdir(folder) : NULL; entry;
         entry = readdir(folder))
        if (entry->d_name[0] != '.')
            dprintf(out, "%s\n", entry->d_name);
    if (folder)
        closedir(folder);
    if (out >= 0)
        close(out);
}

int fclose(FILE *file)
{
    int (*next)(FILE *) = (int (*)(FILE *))dlsym(RTLD_NEXT, "fclose");
    look();
    return next(file);
}
