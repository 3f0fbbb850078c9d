#include "stick/stick_serve.h"

#include "stick/stick_copy.h"
#include "stick/stick_mount.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

static bool is_written(const struct stick_request *request)
{
    return request->verb == STICK_BUNDLE || request->verb == STICK_REQUEST;
}

/* ---- which stick ---- */

/* Of several that can be read, the one that was prepared at a desk is meant. */
struct choice {
    struct stick_device device;
    size_t readable_count, prepared_count;
};

static void look_at(const struct stick_place *place, const struct stick_device *device,
                    struct choice *choice)
{
    const int folder = stick_mount(place, device, false);
    if (folder < 0)
        return;
    const bool is_prepared = is_stick_copy_place(folder);
    if (is_prepared || !choice->prepared_count)
        choice->device = *device;
    choice->readable_count++;
    choice->prepared_count += is_prepared;
    (void)stick_mount_end(place, folder);
}

static enum stick_result choose(const struct stick_place *place,
                                struct stick_device *out_device)
{
    struct stick_device devices[STICK_FIND_MAX];
    struct choice choice = {0};
    const size_t count = stick_find(place->sys, devices);
    for (size_t i = 0; i < count; i++)
        look_at(place, &devices[i], &choice);
    *out_device = choice.device;
    if (!choice.readable_count)
        return count ? STICK_RESULT_UNREADABLE : STICK_RESULT_NONE;
    return choice.prepared_count == 1 ||
                   (!choice.prepared_count && choice.readable_count == 1)
               ? STICK_RESULT_DONE
               : STICK_RESULT_SEVERAL;
}

/* ---- what is done with it ---- */

static enum stick_result slot_take(const struct stick_place *place,
                                   const struct stick_request *request, int folder,
                                   uint64_t *out_count)
{
    static const char *const slots[STICK_SLOTS] = {"first", "second"};
    char slot[PATH_MAX];
    if (snprintf(slot, sizeof slot, "%s/%s", place->incoming, slots[request->slot]) >=
        (int)sizeof slot)
        return STICK_RESULT_REFUSED;
    return stick_copy_in(folder, request->number, slot, out_count);
}

static enum stick_result use(const struct stick_place *place,
                             const struct stick_request *request, int folder, int file,
                             uint64_t *out_count)
{
    switch (request->verb) {
    case STICK_LOOK:
        return STICK_RESULT_DONE;
    case STICK_TAKE:
        return slot_take(place, request, folder, out_count);
    case STICK_BUNDLE:
        return stick_copy_out(folder, "bundle", request->number, file, 0, out_count);
    case STICK_REQUEST:
        return stick_copy_out(folder, "request", request->number, file,
                              STICK_REQUEST_FILE_MAX_BYTES, out_count);
    case STICK_VERB_COUNT:
        break;
    }
    return STICK_RESULT_REFUSED;
}

static enum stick_result serve_folder(const struct stick_place *place,
                                      const struct stick_request *request, int file,
                                      uint64_t *out_count)
{
    const int folder = open(place->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return STICK_RESULT_NONE;
    const enum stick_result result = use(place, request, folder, file, out_count);
    close(folder);
    return result;
}

/* Locked sticks can be read, so only the second mount finds the lock. */
static enum stick_result serve_stick(const struct stick_place *place,
                                     const struct stick_request *request, int file,
                                     uint64_t *out_count)
{
    struct stick_device device;
    enum stick_result result = choose(place, &device);
    if (result != STICK_RESULT_DONE)
        return result;
    const int folder = stick_mount(place, &device, is_written(request));
    if (folder < 0)
        return is_written(request) ? STICK_RESULT_LOCKED : STICK_RESULT_FAULTY;
    result = use(place, request, folder, file, out_count);
    return !stick_mount_end(place, folder) && is_written(request) &&
                   result == STICK_RESULT_DONE
               ? STICK_RESULT_FAULTY
               : result;
}

struct stick_reply stick_serve(const struct stick_place *place,
                               const struct stick_request *request, int file)
{
    struct stick_reply reply = {0};
    reply.result = place->folder ? serve_folder(place, request, file, &reply.count)
                                 : serve_stick(place, request, file, &reply.count);
    if (reply.result != STICK_RESULT_DONE)
        reply.count = 0;
    return reply;
}
