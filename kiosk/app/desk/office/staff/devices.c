#include "app/desk/office/staff/devices.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "web/visit.h"

#include <string.h>

#define DEVICES_FILE "devices.json"
enum { DOCUMENT_BYTES_MAX = 256 * 1024, SECRET_BYTES = 32, NUMBER_BYTES = 2 };

static void secret_hash(struct span secret, unsigned char out_hash[CHAIN_HASH_BYTES])
{
    seal_hash("device", secret, out_hash);
}

static struct span document_write(struct arena *arena, const struct devices *devices)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "devices");
    for (size_t i = 0; i < devices->count; i++) {
        const struct device *const device = &devices->list[i];
        canonical_object(&c, NULL);
        canonical_whole(&c, "from_s", device->from_s);
        canonical_hex(&c, "hash", device->hash, sizeof device->hash);
        canonical_text(&c, "label", device->label);
        canonical_whole(&c, "until_s", device->until_s);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void take(struct canonical_take *take, const struct json *root,
                 struct devices *devices)
{
    const struct json *const list =
        canonical_take_list(take, root, "devices", DEVICES_MOST);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        struct device *const device = &devices->list[devices->count++];
        device->from_s = canonical_take_whole(take, row, "from_s", 0, INT64_MAX);
        canonical_take_hex(take, row, "hash", device->hash, sizeof device->hash);
        device->label = canonical_take_text(take, row, "label");
        device->until_s = canonical_take_whole(take, row, "until_s", 0, INT64_MAX);
    }
}

enum status devices_read(struct office *office, struct devices *out_devices)
{
    struct canonical_take reading = {&office->arena, DEVICES_FILE, STATUS_DAMAGED, OK};
    struct devices devices = {
        .list = arena_array(&office->arena, struct device, DEVICES_MOST + 1)};
    struct arena scratch;
    struct span bytes;
    if (!is_file(office_path(office, DEVICES_FILE))) {
        *out_devices = devices;
        return OK;
    }
    const enum status status =
        office_read(office, DEVICES_FILE, DOCUMENT_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    canonical_take_scratch(&scratch);
    take(&reading, canonical_take_root(&reading, &scratch, bytes), &devices);
    arena_done(&scratch);
    if (reading.status == OK)
        *out_devices = devices;
    return reading.status;
}

const struct device *devices_find(const struct devices *devices, struct span secret,
                                  int64_t now_s)
{
    const struct device *found = NULL;
    unsigned char hash[CHAIN_HASH_BYTES];
    secret_hash(secret, hash);
    for (size_t i = 0; i < devices->count; i++)
        if (memcmp(hash, devices->list[i].hash, sizeof hash) == 0 &&
            now_s < devices->list[i].until_s)
            found = &devices->list[i];
    return secret.count == VISIT_COOKIE_COUNT ? found : NULL;
}

enum status devices_add(struct office *office, struct span label, struct span *out_secret)
{
    const int64_t now_s = clock_now().unix_ms / 1000;
    unsigned char bytes[SECRET_BYTES];
    struct devices devices, kept = {0};
    enum status status = devices_read(office, &devices);
    if (status != OK)
        return status;
    kept.list = devices.list;
    for (size_t i = 0; i < devices.count; i++)
        if (now_s < devices.list[i].until_s)
            kept.list[kept.count++] = devices.list[i];
    if (kept.count == DEVICES_MOST)
        return fail(STATUS_TOO_LARGE,
                    "%d browsers are invited already; remove some of them", DEVICES_MOST);
    seal_random(bytes, sizeof bytes);
    const struct span secret = span_hex(&office->arena, bytes, sizeof bytes);
    struct device *const device = &kept.list[kept.count++];
    *device = (struct device){
        .label = label, .from_s = now_s, .until_s = now_s + VISIT_DEVICE_LIFE_S};
    secret_hash(secret, device->hash);
    status = office_write(office, DEVICES_FILE, document_write(&office->arena, &kept));
    if (status == OK)
        *out_secret = secret;
    return status;
}

enum status devices_remove(struct office *office, struct span label, struct span number,
                           size_t *out_count)
{
    struct devices devices, kept = {0};
    const enum status status = devices_read(office, &devices);
    if (status != OK)
        return status;
    kept.list = devices.list;
    const size_t before = devices.count;
    for (size_t i = 0; i < before; i++) {
        const struct device device = devices.list[i];
        if (!is_span_equal(device.label, label) ||
            (number.count &&
             !is_span_equal(devices_number(&office->arena, &device), number)))
            kept.list[kept.count++] = device;
    }
    *out_count = before - kept.count;
    return *out_count
               ? office_write(office, DEVICES_FILE, document_write(&office->arena, &kept))
               : OK;
}

struct span devices_number(struct arena *arena, const struct device *device)
{
    return span_format(arena, "%02X%02X", device->hash[0], device->hash[1]);
}
