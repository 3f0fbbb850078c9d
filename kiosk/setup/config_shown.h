/* config_shown: what people read of a configuration holds nothing that nobody sees. The desk asks
 * before it signs, the terminal before it takes it: in between it lies on a stick. */
#ifndef SETUP_CONFIG_SHOWN_H
#define SETUP_CONFIG_SHOWN_H

#include "setup/config.h"
#include "setup/vacancy.h"

/* config_shown_terminal(config), config_shown_keyset(keyset), config_shown_vacancy(vacancy):
 * STATUS_BAD_INPUT, with which text it is and how to mend it, unless each label, name, title,
 * reason and sentence that is there passes shown_text_check. */
must_check enum status config_shown_terminal(const struct terminal_config *config);
must_check enum status config_shown_keyset(const struct keyset *keyset);
must_check enum status config_shown_vacancy(const struct vacancy *vacancy);

#endif
