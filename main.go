// M-Desa is a village's own digital counter: one program, one data folder.
package main

import (
	"log"

	"github.com/pocketbase/pocketbase"

	"mdesa/hooks"
	"mdesa/hooks/web"
)

func main() {
	app := pocketbase.NewWithConfig(pocketbase.Config{
		DBConnect:        web.Connect,
		DataMaxOpenConns: web.DataMaxOpenConns,
		DataMaxIdleConns: web.DataMaxIdleConns,
		AuxMaxOpenConns:  web.AuxMaxOpenConns,
		AuxMaxIdleConns:  web.AuxMaxIdleConns,
	})
	hooks.Register(app)
	if err := app.Start(); err != nil {
		log.Fatal(err)
	}
}
