/* payload_unwrap: from the opened age file back to the content. In the desk only. */
#ifndef SEAL_PAYLOAD_UNWRAP_H
#define SEAL_PAYLOAD_UNWRAP_H

#include "seal/payload.h"

/* payload_unwrap(header, payload, out_content):
 * The content of `payload`, lent from it, after checking that its facts are those of the
 * verified `header`. STATUS_FORGED when the payload belongs under another envelope,
 * STATUS_UNSUPPORTED when it is of another version, STATUS_DAMAGED when it is none. */
must_check enum status payload_unwrap(const struct header *header, struct span payload,
                                      struct span *out_content);

#endif
