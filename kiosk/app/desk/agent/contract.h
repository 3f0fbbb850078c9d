/* contract: what the front of the desk (app/front) and its agents go by: how an agent is started,
 * and what the one is asked that is nobody's. */
#ifndef APP_DESK_AGENT_CONTRACT_H
#define APP_DESK_AGENT_CONTRACT_H

/* The name under which the program resonance is started for an agent, with the folder of the
 * organization and the end of the certificate (unix seconds; 0: there is none) as its words; and
 * where it finds the socket to its front. */
#define CONTRACT_AGENT_NAME "resonance-agent"
enum { CONTRACT_DESCRIPTOR = 3 };

/* Stands in the program that agents run, with the version behind it: by it a front knows the file
 * that it is given. */
#define CONTRACT_MARK "the program of Resonance that opens results, version "

/* What a front asks an agent that is nobody's: whose the browser is that asks. */
#define CONTRACT_PORTER_DEVICE "/porter/device"

/* In the environment of an agent: an organization may be founded where there is none, with the
 * assessment that it names (empty: that of the package). It goes when somebody has unlocked. */
#define CONTRACT_FOUNDING "RESONANCE_FOUNDING"

#endif
