/* devices: the browsers that were invited to the desk for other machines. Each is known by a cookie
 * of its own, of which only a hash is kept; the page of a passphrase is shown to them alone.
 *
 *   devices.json  {"devices":[{"from_s":..,"hash":..,"label":"ben","until_s":..},..]}
 *
 * It is no secret and nobody signs it: a browser opens nothing without a passphrase. */
#ifndef APP_DESK_OFFICE_STAFF_DEVICES_H
#define APP_DESK_OFFICE_STAFF_DEVICES_H

#include "app/desk/office/office.h"

enum { DEVICES_MOST = 500 };

struct device {
    struct span label; /* whose it is */
    unsigned char hash[CHAIN_HASH_BYTES];
    int64_t from_s, until_s;
};

struct devices {
    struct device *list;
    size_t count;
};

/* devices_read(office, out_devices): all of them, in the order in which they came.
 * devices_find(devices, secret, now_s): the one with the cookie `secret` at `now_s`; NULL when
 * there is none, or its time is over. */
must_check enum status devices_read(struct office *office, struct devices *out_devices);
const struct device *devices_find(const struct devices *devices, struct span secret,
                                  int64_t now_s);

/* devices_add(office, label, out_secret): a further browser of `label`, for VISIT_DEVICE_LIFE_S;
 * `out_secret` becomes its cookie and is kept nowhere. Those whose time is over go.
 * STATUS_TOO_LARGE. devices_remove(office, label, number, out_count): the browsers of `label` whose
 * number (devices_number) it is, or all of them for an empty one. */
must_check enum status devices_add(struct office *office, struct span label,
                                   struct span *out_secret);
must_check enum status devices_remove(struct office *office, struct span label,
                                      struct span number, size_t *out_count);

/* devices_number(arena, device): by which people tell them apart: "3F9A". */
struct span devices_number(struct arena *arena, const struct device *device);

#endif
