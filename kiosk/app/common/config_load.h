/* config_load: the signed configuration folder, verified as a whole before any of it is
 * used. */
#ifndef APP_COMMON_CONFIG_LOAD_H
#define APP_COMMON_CONFIG_LOAD_H

#include "assessment/assessment.h"
#include "setup/config.h"
#include "setup/groups/groups.h"
#include "setup/vacancy.h"
#include "seal/seal.h"
#include "seal/sign.h"

#include <stdbool.h>

struct config_vacancy {
    struct span id;
    struct vacancy *vacancy;
    bool is_checkin; /* for those who were hired through it, and for nobody else */
};

struct config {
    struct span organization_key; /* text of organization.pub */
    struct manifest *manifest;
    struct terminal_config *terminal;
    struct keyset *keyset;
    struct invitations *invitations;
    struct config_erased *erased;     /* none in configurations of before */
    struct config_received *received; /* the same; sequence 0 */
    struct span
        anchor; /* anchor.jsonl, for the desk alone; empty in configurations of before */
    struct span
        successions; /* how the signing key was changed (succession.h); empty: never */
    struct groups *groups; /* what is asked for the audit; NULL: nothing */
    struct assessment *assessment;
    struct config_vacancy *vacancies;
    size_t vacancy_count;
    unsigned char keyset_hash[CHAIN_HASH_BYTES];
    unsigned char assessment_hash[CHAIN_HASH_BYTES]; /* of the assessment's files */
    bool is_checked; /* the desk says that it asks nothing that must not be asked */
};

/* config_load(arena, folder, out_config):
 * Reads organization.pub, manifest.json and its signature, every file the manifest names,
 * and checks each hash, each document, each part. STATUS_NOT_FOUND, STATUS_FORGED,
 * STATUS_BAD_INPUT with file and the way out; nothing is used when anything is wrong. */
must_check enum status config_load(struct arena *arena, const char *folder,
                                   struct config **out_config);

/* config_load_signed(arena, folder, out_config):
 * The same of what a terminal's ledger goes by: key of the organization, manifest, key set,
 * terminal, invitations, what was erased, what is asked for the audit. Assessment, vacancies and
 * is_checked of it are empty:
 * nothing that people read is read. */
must_check enum status config_load_signed(struct arena *arena, const char *folder,
                                          struct config **out_config);

/* config_load_unchecked(config): a sentence for who runs the terminal when nobody vouches that
 * `config` asks only what may be asked; NULL when the desk does. */
const char *config_load_unchecked(const struct config *config);

/* is_config_load_quick(config): its codes are quick to guess from a stolen disk: that is for
 * tests and training. config_load_quick_words(): the sentence for who runs the terminal. */
enum { CODE_MEMORY_BYTES_LEAST = 64 * 1024 * 1024 };
bool is_config_load_quick(const struct config *config);
const char *config_load_quick_words(void);

/* config_load_comment(arena, sequence): what the signature of a configuration says of
 * itself: "resonance configuration 7". */
struct span config_load_comment(struct arena *arena, int64_t sequence);

/* config_load_assessment_hash(arena, manifest, out_hash): the hash of names and hashes of all files
 * below assessment/ of `manifest`: the same questions give the same hash in every
 * configuration. */
void config_load_assessment_hash(struct arena *arena, const struct manifest *manifest,
                                 unsigned char out_hash[CHAIN_HASH_BYTES]);

/* config_load_vacancy(config, role, id): what somebody of `role` sits for: the vacancy of `config`
 * with this `id`, for a newcomer that of its check-ins; NULL: there is none, or for a rater. */
const struct vacancy *config_load_vacancy(const struct config *config, enum role role,
                                          struct span id);

#endif
