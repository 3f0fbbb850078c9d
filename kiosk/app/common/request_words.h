/* request_words: the eight words that stand on the terminal and at the desk when a terminal is
 * enrolled, so that two people see that the request was not exchanged on its way. */
#ifndef APP_COMMON_REQUEST_WORDS_H
#define APP_COMMON_REQUEST_WORDS_H

#include "setup/config_request.h"

/* request_words(arena, request): the words of `request`, built in `arena`; another number, key
 * or label gives other words. */
struct span request_words(struct arena *arena, const struct config_request *request);

/* request_words_check(arena, request, typed): whether the words `typed` are those of `request`;
 * fails as fingerprint_check does. */
must_check enum status request_words_check(struct arena *arena,
                                           const struct config_request *request,
                                           struct span typed);

#endif
