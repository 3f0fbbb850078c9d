/* door: a socket by which a second start of the desk for the same organization asks the one that
 * runs for an address, so that there is one desk with one list of who has unlocked. It lies in a
 * folder that only this person can open, and answers only processes of theirs. */
#ifndef APP_FRONT_DOOR_H
#define APP_FRONT_DOOR_H

#include "base/span.h"
#include "base/status.h"

enum { DOOR_ADDRESS_BYTES = 256 };

/* door_path(arena, runtime_folder, folder): where the door of the organization in `folder`, a whole
 * path, is. */
const char *door_path(struct arena *arena, const char *runtime_folder,
                      const char *folder);

/* door_ask(arena, path, out_address): the address that the running desk gives. STATUS_NOT_FOUND
 * when none runs. */
must_check enum status door_ask(struct arena *arena, const char *path,
                                struct span *out_address);

/* door_open(path, out_descriptor): a door at `path`, in place of one that nobody opens any more;
 * readable when somebody stands at it. door_close(path, descriptor): takes it away; harmless on -1.
 * door_take(descriptor): lets in who stands there; -1 when they are not of our user, or gone.
 * door_answer(guest, address): gives them `address`, and lets them go. */
must_check enum status door_open(const char *path, int *out_descriptor);
void door_close(const char *path, int *descriptor);
int door_take(int descriptor);
void door_answer(int guest, struct span address);

#endif
