/* stick_place: where sticks are looked for on this machine, and where what they bring goes. */
#ifndef STICK_STICK_PLACE_H
#define STICK_STICK_PLACE_H

struct stick_place {
    const char *sys;      /* where the kernel tells of devices: "/sys" */
    const char *devices;  /* "/dev" */
    const char *mount;    /* an empty folder of this process */
    const char *folder;   /* in place of all of that, for trials; NULL: a real stick */
    const char *incoming; /* with the slots for configurations */
};

#endif
