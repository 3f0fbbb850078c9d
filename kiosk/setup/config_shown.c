#include "setup/config_shown.h"

#include "base/text/shown_text.h"

static enum status text_check(const char *what, struct span text)
{
    return text.count ? shown_text_check(what, text) : OK;
}

enum status config_shown_terminal(const struct terminal_config *config)
{
    const struct {
        const char *what;
        struct span text;
    } texts[] = {{"label of the terminal", config->label},
                 {"name of the organization", config->organization},
                 {"contact of the organization", config->contact},
                 {"language", config->language},
                 {"sentence on how long answers are kept", config->retention},
                 {"word for a customer", config->customer},
                 {"word for customers", config->customers}};
    enum status status = OK;
    for (size_t i = 0; i < sizeof texts / sizeof *texts && status == OK; i++)
        status = text_check(texts[i].what, texts[i].text);
    return status;
}

enum status config_shown_keyset(const struct keyset *keyset)
{
    enum status status = OK;
    for (size_t i = 0; i < keyset->recipient_count && status == OK; i++)
        status = text_check("label of a key", keyset->recipients[i].label);
    return status;
}

static enum status importance_check(const struct importance *importance)
{
    enum status status = text_check("dimension of a weight", importance->dimension);
    if (status == OK)
        status = text_check("reason of a weight", importance->reason);
    for (size_t i = 0; i < BASIS_NAMES && status == OK; i++)
        status = text_check("name of who agreed on a weight", importance->by[i]);
    return status;
}

enum status config_shown_vacancy(const struct vacancy *vacancy)
{
    const struct {
        const char *what;
        struct span text;
    } texts[] = {{"title", vacancy->title},
                 {"name of the organization", vacancy->organization},
                 {"contact", vacancy->contact},
                 {"sentence on how long answers are kept", vacancy->retention}};
    enum status status = OK;
    for (size_t i = 0; i < sizeof texts / sizeof *texts && status == OK; i++)
        status = text_check(texts[i].what, texts[i].text);
    for (size_t i = 0; i < vacancy->importance_count && status == OK; i++)
        status = importance_check(&vacancy->importances[i]);
    return status == OK ? OK : fail_in(status, "vacancy %.*s", SPAN_ARGS(vacancy->id));
}
