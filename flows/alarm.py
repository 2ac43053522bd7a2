"""Wake somebody when a run fails: `python -m flows.alarm` tells the Prefect server where to send a message, and for what.

The message goes by a webhook whose address stands in RAPPORTEUR_ALARM_URL, since such addresses are secrets: whoever knows one
can write there. It is kept as a secret of a notification block, which any other automation of yours can use as well.
"""
from __future__ import annotations

import os
import sys
from datetime import timedelta

from prefect.automations import Automation
from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.events.actions import SendNotification
from prefect.events.schemas.automations import EventTrigger, Posture

from flows.ingest import CHECKS_FAILED, TAG

VARIABLE = "RAPPORTEUR_ALARM_URL"
BLOCK = "rapporteur-alarm"
NAME = "rapporteur: tell of runs that failed"
BAD_ENDS = frozenset(f"prefect.flow-run.{state}" for state in ("Failed", "Crashed", "TimedOut", CHECKS_FAILED))
SUBJECT = "rapporteur: {{ flow_run.name }} is {{ flow_run.state.name }}"
BODY = "{{ flow_run.state.message }}\n{{ flow_run|ui_url }}"


def keep_block(url: str) -> CustomWebhookNotificationBlock:
    """Keep the address of the webhook on the server, and return the block that holds it as a secret."""
    block = CustomWebhookNotificationBlock(name=BLOCK, url="{{address}}", secrets={"address": url},
                                           json_data={"text": "{{subject}}\n{{body}}"})
    block.save(BLOCK, overwrite=True)
    return block


def keep_automation(block: CustomWebhookNotificationBlock) -> Automation:
    """Have the server send a message for each run of a deployment that failed, in place of what it was told before."""
    trigger = EventTrigger(
        expect=set(BAD_ENDS), match={"prefect.resource.id": "prefect.flow-run.*"},
        match_related={"prefect.resource.role": "tag", "prefect.resource.id": f"prefect.tag.{TAG}"},
        # Once a run: the server can see one event more than once.
        for_each={"prefect.resource.id"}, posture=Posture.Reactive, threshold=1, within=timedelta(minutes=1))
    told = Automation(name=NAME, description="Sends a message for every run that failed, crashed, or whose checks found rows.",
                      trigger=trigger,
                      actions=[SendNotification(block_document_id=block._block_document_id, subject=SUBJECT, body=BODY)])
    try:
        Automation.read(name=NAME).delete()
    except ValueError:
        # There was none yet.
        pass
    return told.create()


def main() -> None:
    """Set up the alarm on the server that PREFECT_API_URL names."""
    url = os.environ.get(VARIABLE)
    if not url:
        sys.exit(f"flows.alarm: {VARIABLE} is not set; give it the address of a webhook, such as one of your chat.")
    told = keep_automation(keep_block(url))
    sys.stderr.write(f"{told.name}: {told.description}\n")


if __name__ == "__main__":
    main()
