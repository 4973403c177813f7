import access from "@/features/access/locales/zh-CN.json";
import activity from "@/features/activity/locales/zh-CN.json";
import board from "@/features/board/locales/zh-CN.json";
import bulk from "@/features/bulk/locales/zh-CN.json";
import calendar from "@/features/calendar/locales/zh-CN.json";
import customization from "@/features/customization/locales/zh-CN.json";
import digest from "@/features/digest/locales/zh-CN.json";
import duplicate from "@/features/duplicate/locales/zh-CN.json";
import exporting from "@/features/export/locales/zh-CN.json";
import file from "@/features/file/locales/zh-CN.json";
import follow from "@/features/follow/locales/zh-CN.json";
import grouping from "@/features/grouping/locales/zh-CN.json";
import history from "@/features/history/locales/zh-CN.json";
import insight from "@/features/insight/locales/zh-CN.json";
import job from "@/features/job/locales/zh-CN.json";
import layout from "@/features/layout/locales/zh-CN.json";
import mail from "@/features/mail/locales/zh-CN.json";
import merge from "@/features/merge/locales/zh-CN.json";
import network from "@/features/network/locales/zh-CN.json";
import notification from "@/features/notification/locales/zh-CN.json";
import reading from "@/features/reading/locales/zh-CN.json";
import sales from "@/features/sales/locales/zh-CN.json";
import search from "@/features/search/locales/zh-CN.json";
import transfer from "@/features/transfer/locales/zh-CN.json";
import view from "@/features/view/locales/zh-CN.json";
import writing from "@/features/writing/locales/zh-CN.json";
import shared from "@/shared/locales/zh-CN.json";
import app from "./locales/zh-CN.json";

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
