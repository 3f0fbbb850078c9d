/* stick_copy: files from a mounted stick and onto it. Nothing on a stick is believed: no link is
 * followed and no mount entered (openat2), only plain names, only regular files, so many and so
 * large at most. What is taken is there whole or not at all; what is written is read back. */
#ifndef STICK_STICK_COPY_H
#define STICK_STICK_COPY_H

#include "stick/stick_message.h"

enum {
    STICK_FILES_MAX = 260,  /* of a configuration */
    STICK_FOLDERS_MAX = 32, /* in it */
    STICK_FILE_MAX_BYTES = 8 * 1024 * 1024,
    STICK_TAKEN_MAX_BYTES = 64 * 1024 * 1024,
    STICK_REQUEST_FILE_MAX_BYTES = 4096,
};

/* stick_copy_in(stick, number, slot, out_count): the folder resonance/configurations/NUMBER of
 * the stick whose open folder is `stick`, else its folder config, becomes the folder `slot` (a
 * path); `out_count` is how many bytes. */
enum stick_result stick_copy_in(int stick, const unsigned char number[STICK_NUMBER_BYTES],
                                const char *slot, uint64_t *out_count);

/* stick_copy_out(stick, kind, number, file, max_bytes, out_count): the open `file`, of at most
 * `max_bytes` (0: as much as there is room for), becomes resonance/KINDs/NUMBER.KIND on the stick,
 * `kind` "bundle" or "request"; it replaces an older one when it was read back. */
enum stick_result stick_copy_out(int stick, const char *kind,
                                 const unsigned char number[STICK_NUMBER_BYTES], int file,
                                 uint64_t max_bytes, uint64_t *out_count);

/* is_stick_copy_place(stick): whether the stick has a folder called resonance. */
bool is_stick_copy_place(int stick);

#endif
