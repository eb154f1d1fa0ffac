// M-Desa is a village's own digital counter: one program, one data folder.
package main

import (
	"log"
	"os"

	"github.com/pocketbase/pocketbase"

	"mdesa/hooks"
	"mdesa/hooks/demo"
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
	app.RootCmd.AddCommand(demo.Command(app, throwAway))
	if err := app.Start(); err != nil {
		log.Fatal(err)
	}
}
