/* desk_house: the desk for other machines: where it listens, under which name, with which
 * certificate. Nothing listens before all of it is right. */
#ifndef APP_DESK_COMMAND_DESK_DESK_HOUSE_H
#define APP_DESK_COMMAND_DESK_DESK_HOUSE_H

#include "app/front/front_wants.h"
#include "app/desk/command/operation.h"

/* desk_house_wants(operation, wants): fills in what --listen, --name, --certificate, --key and
 * --self-made say, and a socket that systemd has passed in (sd_listen_fds(3)); for the desk's own
 * machine where none of it is given. Tells until when the certificate is, and its print in words
 * when it was made here. STATUS_REFUSED for an address beyond this machine without a certificate;
 * STATUS_USAGE; fails as certificate_check does. */
must_check enum status desk_house_wants(struct operation *operation,
                                        struct front_wants *wants);

#endif
