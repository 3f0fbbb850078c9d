/* stick_mount: a stick, mounted so that nothing on it is a program, a device or a link. */
#ifndef STICK_STICK_MOUNT_H
#define STICK_STICK_MOUNT_H

#include "stick/stick_find.h"
#include "stick/stick_place.h"

#include <stdbool.h>

/* stick_mount(place, device, is_written): `device` at place->mount, as one of the file systems that
 * are allowed; the open folder, or -1. stick_mount_end(place, folder): closes that and takes the
 * mount away; false when what was written may not have reached the stick. */
int stick_mount(const struct stick_place *place, const struct stick_device *device,
                bool is_written);
bool stick_mount_end(const struct stick_place *place, int folder);

#endif
