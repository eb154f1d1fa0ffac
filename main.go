// M-Desa is a village's own digital counter: one program, one data folder.
package main

import (
	"log"
	"os"

	"github.com/pocketbase/pocketbase"

	"mdesa/hooks"
	"mdesa/hooks/demo"
	"mdesa/hooks/privacy"
	"mdesa/hooks/residents/imports"
	"mdesa/hooks/web"
)

func main() {
	throwAway := demo.Folder(os.Args)
	app := pocketbase.NewWithConfig(pocketbase.Config{
		DefaultDataDir:   throwAway,
		DBConnect:        web.Connect,
		DataMaxOpenConns: web.DataMaxOpenConns,
		DataMaxIdleConns: web.DataMaxIdleConns,
		AuxMaxOpenConns:  web.AuxMaxOpenConns,
		AuxMaxIdleConns:  web.AuxMaxIdleConns,
	})
	hooks.Register(app)
	app.RootCmd.AddCommand(demo.Command(app, throwAway), privacy.Command(app))
	app.RootCmd.AddCommand(imports.Commands(app)...)
	if err := app.Start(); err != nil {
		log.Fatal(err)
	}
}
