package notify

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

var errInside = errors.New("this address is not one to send messages to")

// metadata are addresses at which clouds hand out a machine's own keys.
var metadata = []netip.Prefix{
	netip.MustParsePrefix("169.254.0.0/16"), netip.MustParsePrefix("fe80::/10"),
	netip.MustParsePrefix("fd00:ec2::/32"), netip.MustParsePrefix("100.100.100.200/32"),
	netip.MustParsePrefix("192.0.0.192/32"), netip.MustParsePrefix("168.63.129.16/32"),
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("::/128"),
}

func isMetadata(address netip.Addr) bool {
	for _, range_ := range metadata {
		if range_.Contains(address.Unmap()) {
			return true
		}
	}
	return false
}

// isPublic tells an address of the open internet: push services are nowhere else,
// and the address of one is what a browser says it is.
func isPublic(address netip.Addr) bool {
	address = address.Unmap()
	return address.IsGlobalUnicast() && !address.IsPrivate() && !isMetadata(address) && !carrierNAT.Contains(address)
}

var carrierNAT = netip.MustParsePrefix("100.64.0.0/10")

// clientFor connects only to addresses that are allowed, asked after the name was
// looked up, so that a name that changes its mind is no way around. It follows no
// redirects.
func clientFor(allowed func(netip.Addr) bool) *http.Client {
	dialer := &net.Dialer{Timeout: 5 * time.Second, KeepAlive: 30 * time.Second,
		Control: func(_, address string, _ syscall.RawConn) error {
			to, err := netip.ParseAddrPort(address)
			if err != nil || !allowed(to.Addr()) {
				return errInside
			}
			return nil
		}}
	return &http.Client{
		Timeout: callTakes,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: 5 * time.Second,
			MaxIdleConns: 100, MaxIdleConnsPerHost: 64, IdleConnTimeout: 90 * time.Second,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

var (
	// A gateway is the admin's own choice and may stand in the office's network.
	gatewayClient = clientFor(func(address netip.Addr) bool { return !isMetadata(address) })
	pushClient    = clientFor(isPublic)
)
