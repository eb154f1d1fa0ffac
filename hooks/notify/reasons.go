package notify

import "strings"

// Why a message did not arrive, as far as an office can do something about it.
const (
	OfAddress  = "address"  // the number or mailbox is missing or wrong, the device is gone
	OfRefusal  = "refusal"  // the provider refuses this message
	OfProvider = "provider" // the provider answers, and not with yes: out of credit, a wrong key, out of order
	OfNetwork  = "network"  // nobody answers
	OfSettings = "settings" // no gateway, no mail server, or set up wrongly
	OfProgram  = "program"
)

// WhyKinds are all of them.
var WhyKinds = []string{OfAddress, OfRefusal, OfProvider, OfNetwork, OfSettings, OfProgram}

// beginnings of reasons, and what kind they are of.
var beginnings = []struct{ of, with string }{
	{OfAddress, noAddress}, {OfAddress, notLonger}, {OfAddress, "the provider could not deliver it"},
	{OfRefusal, refusedBy},
	{OfProvider, "the provider"}, {OfProvider, "the mail server"}, {OfProvider, "every gateway rests"}, {OfProvider, "the push service"},
	{OfNetwork, "no answer"}, {OfNetwork, "the answer broke off"},
	{OfSettings, noGateway}, {OfSettings, "no mail server"}, {OfSettings, "the gateway's settings"}, {OfSettings, "the push keys"},
}

// WhyOf sorts a reason.
func WhyOf(reason string) string {
	reason = strings.TrimPrefix(reason, givenUp+": ")
	for _, beginning := range beginnings {
		if strings.HasPrefix(reason, beginning.with) {
			return beginning.of
		}
	}
	return OfProgram
}
