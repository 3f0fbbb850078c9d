/* front_house: the desk for other machines: where it listens, under which name, with which
 * certificate. Nothing listens before all of it is right. */
#ifndef APP_FRONT_FRONT_HOUSE_H
#define APP_FRONT_FRONT_HOUSE_H

#include "app/common/options.h"
#include "app/front/front_wants.h"

/* front_house_wants(arena, options, wants): fills in what --listen, --name, --certificate, --key
 * and --self-made say, and a socket that systemd has passed in (sd_listen_fds(3)); for the desk's
 * own machine where none of it is given. Tells until when the certificate is, and its print in
 * words when it was made here. `arena`, where its key lies, should be guarded. STATUS_REFUSED for
 * an address beyond this machine without a certificate; STATUS_USAGE; fails as certificate_check
 * does. */
must_check enum status front_house_wants(struct arena *arena,
                                         const struct options *options,
                                         struct front_wants *wants);

#endif
