/* signed_pin: the PIN for staff of a terminal, as the organization signed for it with the
 * configuration that gave it. terminals/ID.json keeps its slow hash, which the next enrolment
 * carries over: whoever can write to the folder must not plant a PIN of their own there, or take
 * one away. */
#ifndef APP_DESK_OFFICE_TRUST_SIGNED_PIN_H
#define APP_DESK_OFFICE_TRUST_SIGNED_PIN_H

#include "app/desk/office/trust/roll_write.h"

/* signed_pin_carry(office, id, label, out_pin): the hash of the PIN that the terminal `id`, which
 * people know as `label`, has; empty: none. STATUS_FORGED, with the file and both ways to mend it,
 * when it is not the one that was signed for, or nobody signed for one. */
must_check enum status signed_pin_carry(struct office *office,
                                        const unsigned char id[CHAIN_ID_BYTES],
                                        struct span label, struct span *out_pin);

/* signed_pin_check(office): the first failure of signed_pin_carry, of the terminals in use. */
must_check enum status signed_pin_check(struct office *office);

/* signed_pin_write(roll, id, pin, write): adds a row for the hash `pin`, which may be empty, unless
 * `roll` says the same of the terminal `id`. */
void signed_pin_write(const struct roll *roll, const unsigned char id[CHAIN_ID_BYTES],
                      struct span pin, struct roll_write *write);

#endif
