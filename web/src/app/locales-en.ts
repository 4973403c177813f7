import access from "@/features/access/locales/en.json";
import activity from "@/features/activity/locales/en.json";
import board from "@/features/board/locales/en.json";
import bulk from "@/features/bulk/locales/en.json";
import calendar from "@/features/calendar/locales/en.json";
import customization from "@/features/customization/locales/en.json";
import digest from "@/features/digest/locales/en.json";
import duplicate from "@/features/duplicate/locales/en.json";
import exporting from "@/features/export/locales/en.json";
import file from "@/features/file/locales/en.json";
import follow from "@/features/follow/locales/en.json";
import grouping from "@/features/grouping/locales/en.json";
import history from "@/features/history/locales/en.json";
import insight from "@/features/insight/locales/en.json";
import job from "@/features/job/locales/en.json";
import layout from "@/features/layout/locales/en.json";
import mail from "@/features/mail/locales/en.json";
import merge from "@/features/merge/locales/en.json";
import network from "@/features/network/locales/en.json";
import notification from "@/features/notification/locales/en.json";
import reading from "@/features/reading/locales/en.json";
import sales from "@/features/sales/locales/en.json";
import search from "@/features/search/locales/en.json";
import transfer from "@/features/transfer/locales/en.json";
import view from "@/features/view/locales/en.json";
import writing from "@/features/writing/locales/en.json";
import shared from "@/shared/locales/en.json";
import app from "./locales/en.json";

export const words = {
  access,
  activity,
  app,
  bulk,
  calendar,
  customization,
  board,
  duplicate,
  digest,
  follow,
  export: exporting,
  file,
  grouping,
  history,
  insight,
  job,
  merge,
  layout,
  mail,
  network,
  notification,
  reading,
  sales,
  search,
  shared,
  transfer,
  view,
  writing,
};
