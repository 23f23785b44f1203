"""The workbook in LibreOffice, for benches/peers.mjs: an assumption typed in and the sheet of totals read, over UNO.
Takes one argument, JSON of the file and the places; prints the nets asked for and the times in milliseconds."""
import json
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

given = json.loads(sys.argv[1])
with tempfile.TemporaryDirectory() as profile:
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--accept=pipe,name=peers;urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(300):
            try:
                there = resolver.resolve("uno:pipe,name=peers;urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.1)
        else:
            sys.exit("it does not answer")
        desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        book = desktop.loadComponentFromURL(f"file://{given['file']}", "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
        book.calculateAll()
        cell = book.Sheets.getByName("Assumptions").getCellByPosition(given["col"], given["row"])
        totals = book.Sheets.getByName("Totals")
        table = totals.getCellRangeByPosition(0, 0, given["last"] - 1, given["netAt"])

        def net(value):
            cell.Value = value  # recalculates at once
            return table.DataArray[given["netAt"]][given["allYears"]]

        nets = [net(value) for value in given["checked"]]
        times = []
        for edit in range(given["edits"]):
            began = time.perf_counter()
            net(15 if edit % 2 else 10 + edit % 90)
            times.append((time.perf_counter() - began) * 1000)
        print(json.dumps({"nets": nets, "times": times}))
    finally:
        office.terminate()
        office.wait()
