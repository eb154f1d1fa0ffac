package main

import (
	_ "github.com/chromedp/chromedp"
	_ "github.com/digitorus/pdfsign/sign"
	_ "github.com/pocketbase/pocketbase"
	_ "github.com/signintech/gopdf"
	_ "github.com/smallstep/pkcs7"
	_ "golang.org/x/net/html"
	_ "golang.org/x/text/unicode/norm"
	_ "golang.org/x/time/rate"
	_ "rsc.io/qr"
)

func main() {}
